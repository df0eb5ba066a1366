// Command app has an INI file.
package main

import (
	"example.com/testdata/secret/committed/mapto/auth"
	"example.com/testdata/secret/committed/mapto/setting"
)

func main() {
	setting.Setup()
	auth.Token()
}
