// Command unset has the settings read after package token has copied its key.
package main

import (
	"example.com/testdata/secret/early/unset/setting"
	"example.com/testdata/secret/early/unset/token"
)

func main() {
	setting.Init() // want unloaded-secret "package token"
	token.Sign()
}
