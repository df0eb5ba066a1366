// Package conf fills its structs from the environment.
package conf

import "github.com/spf13/viper"

// Config is all that is set.
type Config struct {
	Address string `mapstructure:"ADDRESS"`
	UserKey string `mapstructure:"BOUND_USER_KEY"`

	JWT struct {
		Secret  string `mapstructure:"BOUND_JWT_SECRET"`
		Checked string `mapstructure:"BOUND_CHECKED_KEY"`
	} `mapstructure:",squash"`
}

var variables = []string{"ADDRESS", "BOUND_USER_KEY", "BOUND_JWT_SECRET"}

var required = []string{"BOUND_CHECKED_KEY"}

// Load reads the environment.
func Load() (c Config, err error) {
	for _, name := range variables {
		if err := viper.BindEnv(name); err != nil {
			return c, err
		}
	}
	viper.BindEnv("BOUND_CHECKED_KEY")
	for _, name := range required {
		if !viper.IsSet(name) {
			panic(name + " is not set")
		}
	}
	err = viper.Unmarshal(&c)
	return c, err
}
