// Package deps imports earlier versions of packages that the model knows: what it says of them is no longer in the versions
// that the module around this one requires.
package deps

import (
	_ "github.com/SermoDigital/jose/jws"
	_ "github.com/SermoDigital/jose/jwt"
	_ "github.com/go-chi/jwtauth"
	_ "github.com/labstack/echo/middleware"
	_ "github.com/labstack/echo/v4/middleware"
)
