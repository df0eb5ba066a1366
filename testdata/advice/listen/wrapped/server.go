package main

import "example.com/testdata/advice/listen/server"

// serve is called from where the server is.
func serve() error { return new(server.Server).Run("8080") }
