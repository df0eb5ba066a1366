// Package conf has its settings in structs without a name.
package conf

import "github.com/spf13/viper"

type Config struct {
	App struct{ Name string }
	JWT struct {
		Secret string
	}
}

func New() (*Config, error) {
	v := viper.New()
	v.SetConfigName("config")
	v.AddConfigPath(".")
	if err := v.ReadInConfig(); err != nil {
		return nil, err
	}
	var cfg Config
	err := v.Unmarshal(&cfg)
	return &cfg, err
}
