package pieces

import (
	"log"

	"github.com/golang-jwt/jwt/v5"
)

// register fills what the command line says, later.
func register(key, param *string) {
	options = append(options, option{"key", key}, option{"param", param})
}

type option struct {
	name string
	into *string
}

var options []option

// launch logs where the token is looked for. What one call leaves in two variables is not one value.
func launch() (string, error) {
	var key, param string
	register(&key, &param)
	log.Printf("token is looked for in %s", param)
	log.Printf("key is %s", key) // want secret-log
	return jwt.New(jwt.SigningMethodHS256).SignedString([]byte(key))
}
