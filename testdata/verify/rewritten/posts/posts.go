// Package posts reads claims of which another package has made one a uint.
package posts

import (
	"net/http"

	"example.com/testdata/verify/rewritten/auth"
)

// Author returns who writes, and in which group, as the token of a request says.
func Author(r *http.Request) (id, group uint) {
	claims, err := auth.Claims(r)
	if err != nil {
		return 0, 0
	}
	return claims["user_id"].(uint), claims["group"].(uint) // want header-panic "never of this type"
}
