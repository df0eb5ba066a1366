// Package core reads the settings.
package core

import (
	"example.com/testdata/secret/committed/fields/conf"
	"github.com/spf13/viper"
)

func Init(path string) {
	v := viper.New()
	if path == "" {
		path = "config.yaml"
	}
	v.SetConfigFile(path)
	v.ReadInConfig()
	v.Unmarshal(&conf.Global)
}
