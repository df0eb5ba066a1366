// Package conf declares what another package fills and a third signs with.
package conf

type JWT struct {
	SigningKey string `mapstructure:"signing-key"`
}

type Server struct {
	JWT JWT `mapstructure:"jwt"`
}

var Global Server
