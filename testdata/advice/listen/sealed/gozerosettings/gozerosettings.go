// Command gozerosettings listens as its settings file says.
package main

import (
	"log"

	"github.com/zeromicro/go-zero/rest"

	"example.com/testdata/advice/listen/auth"
)

func main() {
	if err := auth.Load(); err != nil {
		log.Fatal(err)
	}
	rest.MustNewServer(rest.RestConf{}).Start()
}
