package model

import "slices"

// joseLibraries lists the libraries that make and check tokens beside the jwt-go family.
var joseLibraries = slices.Concat(jwx, goJose, cristalhq, pascaldekloe, kataras, sermoDigital, fosite, oidc, keyfunc)

// middlewares lists what checks the tokens of requests before a server answers them.
var middlewares = slices.Concat(ginJWT, echoJWT, fiberJWT, jwtauth, auth0, services, iris)
