package ignored

import (
	"net/http"

	"example.com/testdata/verify/peek"
	"github.com/gin-gonic/gin"
)

// Orders is a handler of which another package says which middlewares come before it.
func Orders(c *gin.Context) {
	session, _ := peek.Open(c.GetHeader("X-Session"), secret)
	c.JSON(http.StatusOK, session.User)
}

// Basket is one of which this package says it: none.
func Basket(c *gin.Context) {
	session, _ := peek.Open(c.GetHeader("X-Session"), secret) // want ignored-error "the result of peek.Open is ignored"
	c.JSON(http.StatusOK, session.User)
}

// Routes has no middleware.
func Routes(r *gin.Engine) { r.GET("/basket", Basket) }

// Name is no handler.
func Name(raw string) string {
	session, _ := peek.Open(raw, secret) // want ignored-error "the result of peek.Open is ignored"
	return session.User
}
