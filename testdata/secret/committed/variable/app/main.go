// Command app is run by a Makefile, which says where its settings are, as the program itself does.
package main

import (
	"os"

	"example.com/testdata/secret/committed/variable/auth"
	"example.com/testdata/secret/committed/variable/conf"
)

func main() {
	os.Setenv("VARIABLE_CONFIG_FILE", "./set.yaml")
	os.Setenv("VARIABLE_REPORT", "./other.yaml")
	auth.Token(conf.MustLoad())
}
