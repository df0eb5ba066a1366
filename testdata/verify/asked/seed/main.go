// Command seed issues tokens that another program of the module verifies.
package main

import (
	"fmt"

	"example.com/testdata/verify/asked/auth"
)

func main() {
	raw, err := auth.New().Issue("seed", "api")
	fmt.Println(raw, err)
}
