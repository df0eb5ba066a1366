// Command lifecycle registers the handlers of another package.
package main

import (
	"log"

	"github.com/gin-gonic/gin"

	"example.com/testdata/limits/lifecycle/steps"
	"example.com/testdata/limits/lifecycle/web"
)

func main() {
	h, r := &web.Handler{}, gin.Default()
	r.DELETE("/account", h.Remove) // want missing-stepup "runs it without a confirmation"
	r.DELETE("/checked", steps.Again(), h.Remove)
	r.DELETE("/confirmed", h.Confirmed)
	log.Fatal(r.Run(":8080"))
}
