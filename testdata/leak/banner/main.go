// Command banner shows its key when its server starts, which no flag asks for.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"

	"example.com/testdata/leak/banner/server"

	"github.com/golang-jwt/jwt/v5"
)

func main() {
	addr := flag.String("addr", ":8080", "address")
	flag.Parse()
	key := os.Getenv("K")
	fmt.Println("listening on", *addr, "with key", key) // want secret-log
	token, err := jwt.New(jwt.SigningMethodHS256).SignedString([]byte(key))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("token of the first user:", token) // what its operator needs
	server.Run(*addr)
}
