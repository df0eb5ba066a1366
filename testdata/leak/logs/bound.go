package logs

import (
	"log"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

type exchange struct {
	GrantType    string `form:"grant_type"`
	ClientID     string `form:"client_id"`
	RefreshToken string `form:"refresh_token"`
}

// bound logs one part of a form of which another is a token, as authorizer does.
func bound(c *gin.Context, keyfunc jwt.Keyfunc) {
	var body exchange
	if err := c.Bind(&body); err != nil {
		return
	}
	grant := strings.TrimSpace(body.GrantType)
	if grant != "refresh_token" {
		log.Printf("unknown grant %s of %s", grant, strings.TrimSpace(body.ClientID))
		c.Status(http.StatusBadRequest)
		return
	}
	refresh := strings.TrimSpace(body.RefreshToken)
	if _, err := jwt.Parse(refresh, keyfunc, jwt.WithValidMethods([]string{"HS256"})); err != nil {
		log.Printf("refused %s", refresh) // want token-log
	}
}
