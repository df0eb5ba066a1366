// Command empty is a tool of go vet without analyzers: it costs what every tool costs that reads
// and type-checks each package of a build, the standard library included.
package main

import "golang.org/x/tools/go/analysis/unitchecker"

func main() { unitchecker.Main() }
