// Package core reads the settings of the program by a getter of another package. A default that
// stands under the name of a key is reported here, and nowhere else.
package core

import "example.com/testdata/secret/getter/env"

type Encryption struct{ JWTKey string }

type Config struct{ Encryption Encryption }

func Load() *Config {
	return &Config{Encryption{JWTKey: env.Get("JWT_SECRET_KEY", "d6a6a047d84d6884")}} // want default-secret
}
