// Command guarded has a middleware in front of its handlers.
package main

import (
	"github.com/gin-gonic/gin"

	"example.com/testdata/verify/behind/guard"
	"example.com/testdata/verify/behind/wallet"
)

func main() {
	r := gin.New()
	api := r.Group("/api", guard.Required)
	h := &wallet.Handler{}
	api.POST("/wallets", h.Create)
	api.DELETE("/wallets", h.Close)
	wallet.Routes(api, h)
	r.Run("localhost:8080")
}
