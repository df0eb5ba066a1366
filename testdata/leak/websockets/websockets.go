// Package websockets reads the request that a connection began with.
package websockets

import (
	"log"

	contrib "github.com/gofiber/contrib/websocket"
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/websocket/v2"
)

type subscription struct {
	conn *websocket.Conn
	room string
	user string
}

func listen(c *websocket.Conn) {
	s := subscription{c, c.Params("room"), c.Query("token")}
	for {
		_, _, err := c.ReadMessage()
		if err != nil {
			log.Println("gone:", s.room, s.user) // want token-log
			return
		}
	}
}

func listenAgain(c *contrib.Conn) {
	log.Println("joins:", c.Headers("Authorization")) // want token-log
	log.Println("joins:", c.Params("room"), c.Query("page"), c.Cookies("theme"))
}

// The page of a chat has its token in the address.
func upgrade(c *fiber.Ctx) error {
	token := c.Query("token") // want token-url
	if token == "" {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}
