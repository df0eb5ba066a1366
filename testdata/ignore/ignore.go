// Package ignore takes reports off and says why, in all the ways that work and that do not.
package ignore

import "github.com/golang-jwt/jwt/v5"

func sign(key string) {
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(key))
}

func taken() {
	sign("same") //jwtvet:ignore hardcoded-secret -- a key of the fixtures
	//jwtvet:ignore hardcoded-secret -- a key of the fixtures
	sign("below")
	sign("until")     //jwtvet:ignore hardcoded-secret until=2999-01-01 -- it goes when the fixtures go
	sign("several")   //jwtvet:ignore hardcoded-secret,default-secret -- a key of the fixtures // want stale-ignore "as default-secret"
	sign("all")       //nolint:jwtvet
	sign("all named") //nolint:gosec,jwtvet // a key of the fixtures
	//lint:ignore jwtvet/hardcoded-secret a key of the fixtures
	sign("staticcheck")
}

func kept() {
	sign("reason")  //jwtvet:ignore hardcoded-secret // want hardcoded-secret stale-ignore "malformed"
	sign("other")   //jwtvet:ignore short-secret -- a key of the fixtures // want hardcoded-secret stale-ignore "nothing is reported"
	sign("unknown") //jwtvet:ignore hardcoded-secrets -- a key of the fixtures // want hardcoded-secret stale-ignore "not a category"
	sign("expired") //jwtvet:ignore hardcoded-secret until=2020-01-01 -- a key of the fixtures // want hardcoded-secret stale-ignore "until=2020-01-01"
	sign("date")    //jwtvet:ignore hardcoded-secret until=2020-31-31 -- a key of the fixtures // want hardcoded-secret stale-ignore "malformed"
	sign("linter")  //nolint:gosec // want hardcoded-secret
}
