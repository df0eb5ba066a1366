// Package tags has its inputs filled by frameworks, as tags say.
package tags

import (
	"context"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	jwt.RegisteredClaims
	Role string `json:"role"`
}

func peek(raw string) string {
	var c claims
	jwt.NewParser().ParseUnverified(strings.TrimPrefix(raw, "Bearer "), &c)
	return c.Role
}

type input struct {
	Authorization string `header:"Authorization" required:"true"`
	Page          int    `query:"page"`
}

// whoami gets its input from a framework that is not seen.
func whoami(_ context.Context, in *input) (string, error) {
	var c claims
	jwt.NewParser().ParseUnverified(in.Authorization, &c) // want unverified-token
	return c.Role, nil
}

type listing struct {
	Token string `form:"token" json:"token"`
}

func bound(g *gin.Context) {
	var in listing
	if g.ShouldBindQuery(&in) != nil {
		return
	}
	var c claims
	jwt.NewParser().ParseUnverified(in.Token, &c) // want unverified-token
	g.String(http.StatusOK, c.Role)
}

// call is the request that a client of another service makes: its own token stands in it.
type call struct {
	Authorization string `header:"Authorization"`
}

func role(session string) string { return peek(newCall(session).Authorization) }

func newCall(session string) call { return call{Authorization: "Bearer " + session} }

// A tag of something else.
type row struct {
	Token string `db:"header" xml:"query"`
}

func stored(r row) string { return peek(r.Token) }
