// Command filled has the settings loaded twice: a near miss of unset.
package main

import (
	"example.com/testdata/secret/early/filled/setting"
	"example.com/testdata/secret/early/filled/token"
)

func main() {
	setting.Init()
	token.Sign()
}
