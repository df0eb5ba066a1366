package must

import (
	"log"
	"os"

	"example.com/testdata/secret/must/conf"
)

// either tests both at once.
func either(name, otherwise string) string {
	value, ok := os.LookupEnv(name)
	if !ok && otherwise == "" {
		log.Fatalf("%s is not set", name)
	}
	if !ok && otherwise != "" {
		return otherwise
	}
	return value
}

func others() {
	sign(either("FOURTH_KEY", ""))
	sign(either("FIFTH_KEY", "fifth-key-that-is-written-here")) // want default-secret
}

var key = []byte(conf.Envs.JwtSecret)

func elsewhere() {
	sign(string(key))
	sign(conf.Envs.LooseSecret) // want unchecked-secret "via conf.LooseSecret"
}
