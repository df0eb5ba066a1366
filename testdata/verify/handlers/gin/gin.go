// Package gin has middlewares of gin that call no next handler, since gin does that.
package gin

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

type api struct{ key []byte }

func (a *api) verify(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return a.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	return err
}

func refuse(c *gin.Context) { c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "no"}) }

func (a *api) require(c *gin.Context) {
	if err := a.verify(c.GetHeader("Authorization")); err != nil {
		refuse(c)
		return
	}
	c.Set("good", true)
}

func (a *api) me(c *gin.Context) {
	claims := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(c.GetHeader("Authorization"), claims); err != nil {
		return
	}
	c.JSON(http.StatusOK, claims["sub"])
}

func (a *api) routes(r *gin.Engine) { r.GET("/me", a.require, a.me) }

// a middleware that says in the body what is wrong
func (a *api) requireBody(c *gin.Context) {
	if err := a.verify(c.GetHeader("X-Body-Token")); err != nil {
		c.JSON(http.StatusOK, gin.H{"code": 401})
		c.Abort()
		return
	}
	c.Set("good", true)
}

func (a *api) meBody(c *gin.Context) {
	claims := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(c.GetHeader("X-Body-Token"), claims); err != nil {
		return
	}
	c.JSON(http.StatusOK, claims["sub"])
}
