// Command layers puts a service and a store behind interfaces: what becomes of a refresh token is
// known where all of them meet.
package main

import (
	"log"

	"github.com/gin-gonic/gin"
	"gorm.io/gorm"

	"example.com/testdata/advice/lifecycle/layers/service"
	"example.com/testdata/advice/lifecycle/layers/store"
	"example.com/testdata/advice/lifecycle/layers/token"
	"example.com/testdata/advice/lifecycle/layers/web"
)

var db *gorm.DB

func main() {
	users, tokens := store.New(db), token.New()
	once, often := store.Parsers(tokens, db)
	h := web.New(
		service.NewLoose(users, tokens), service.NewStrict(users, tokens, store.NewSpent(db)),
		service.NewMany(users, once, often),
	)
	r := gin.Default()
	r.POST("/loose", h.Refresh)
	r.POST("/strict", h.Exchange)
	r.POST("/kept", h.RefreshAndKeep)
	handOn := service.NewHandOn(users, tokens)
	r.POST("/handed", func(c *gin.Context) {
		pair, user, err := handOn.RefreshToken(c, c.PostForm("refresh_token"))
		if err != nil {
			c.AbortWithStatus(401)
			return
		}
		c.JSON(200, gin.H{"refresh_token": pair.RefreshToken, "user": user.ID})
	})
	log.Fatal(r.Run(":8080"))
}
