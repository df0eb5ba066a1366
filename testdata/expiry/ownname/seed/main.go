// Command seed issues tokens that another program of the module verifies.
package main

import (
	"fmt"

	"example.com/testdata/expiry/ownname/issue"
)

func main() {
	raw, err := issue.Session("seed")
	fmt.Println(raw, err)
}
