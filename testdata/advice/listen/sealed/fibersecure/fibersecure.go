// Command fibersecure has fiber encrypt.
package main

import (
	"log"

	"github.com/gofiber/fiber/v3"

	"example.com/testdata/advice/listen/auth"
)

func main() {
	app := fiber.New()
	app.Get("/", func(c fiber.Ctx) error {
		_, err := auth.Subject(c.Get("Authorization"))
		return err
	})
	log.Fatal(app.Listen(":8443", fiber.ListenConfig{CertFile: "cert.pem", CertKeyFile: "key.pem"}))
}
