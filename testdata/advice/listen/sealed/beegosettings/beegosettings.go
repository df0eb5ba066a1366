// Command beegosettings listens as its settings file says.
package main

import (
	"log"

	"github.com/beego/beego/v2/server/web"

	"example.com/testdata/advice/listen/auth"
)

func main() {
	if err := auth.Load(); err != nil {
		log.Fatal(err)
	}
	web.Run()
}
