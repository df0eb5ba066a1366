// Command cmd has the settings in its own folder.
package main

import (
	"example.com/testdata/secret/committed/fields/core"
	"example.com/testdata/secret/committed/fields/server"
)

func main() {
	core.Init("")
	server.Sign()
}
