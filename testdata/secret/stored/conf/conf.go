// Package conf fills the store of settings: what reads it elsewhere gets a default.
package conf

import (
	"os"

	"github.com/spf13/viper"
)

// Load is called by main.
func Load() {
	set("STORED_PORT", 8080)
	set("STORED_JWT_SECRET", "secret") // want default-secret
	viper.SetDefault("STORED_JWT_REFRESH_KEY", "")
	viper.AutomaticEnv()
}

func set[T string | int](key string, fallback T) T {
	viper.Set(key, fallback)
	if v, ok := os.LookupEnv(key); ok {
		viper.Set(key, v)
	}
	if err := viper.UnmarshalKey(key, &fallback); err != nil {
		panic(err)
	}
	return fallback
}
