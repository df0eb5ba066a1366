// Package deps imports packages that the model knows and that need a newer Go than the module around this one promises. jwx is
// built with GOEXPERIMENT=jsonv2.
package deps

import (
	_ "github.com/lestrrat-go/jwx/v4/jwa"
	_ "github.com/lestrrat-go/jwx/v4/jwk"
	_ "github.com/lestrrat-go/jwx/v4/jws"
	_ "github.com/lestrrat-go/jwx/v4/jwt"
)
