// Package gin serves pages with gin.
package gin

import (
	"github.com/gin-contrib/static"
	"github.com/gin-gonic/gin"
)

// Run serves.
func Run() {
	r := gin.Default()
	r.LoadHTMLGlob("html/**/*")
	r.Group("/js").StaticFile("/app.js", "./app.js")
	r.Use(static.Serve("/", static.LocalFile("./storage/gin/dist", false)))
	r.Run()
}
