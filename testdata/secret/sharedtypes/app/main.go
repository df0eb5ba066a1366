// Command app reads what the tokens are for.
package main

import (
	"errors"
	"os"

	"example.com/testdata/secret/sharedtypes/issuer"
)

func main() {
	key := os.Getenv("SHARED_TYPES_KEY")
	if key == "" {
		panic("no key")
	}
	i := issuer.New([]byte(key))
	access, _, _ := i.Typed("a")
	if c, err := i.Parse(access); err != nil || c.Type != "access" {
		panic(errors.Join(err, errors.New("no access token")))
	}
}
