// Command careful imports a signer too. That its own files test no key is no reason to report those
// that the other command tests.
package main

import "example.com/testdata/secret/exposed/light"

func main() { light.Token() }
