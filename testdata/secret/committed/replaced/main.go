// Command replaced makes a key of its own where the file has the one that is shipped.
package main

import (
	"example.com/testdata/secret/committed/replaced/conf"
	"example.com/testdata/secret/committed/replaced/web"
)

func main() {
	if conf.Load() == nil {
		web.Token()
	}
}
