// Command jwtvet reports mistakes in the use of JSON Web Tokens. Run "jwtvet help", or "jwtvet demo" to see it at work.
//
// The same program is a tool for go vet: go vet -vettool=$(which jwtvet) ./...
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/cli"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/gate"
)

//go:generate go test -count=1 -run ^TestGenerated$ . -update

func main() {
	args := os.Args[1:]
	if gate.Protocol(args) {
		vet(args)
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(cli.New(args).Run(ctx))
}

// vet answers the go command, which runs the tool once for each package.
func vet(args []string) {
	if file := gate.Unit(args); file != "" {
		if skipped, err := gate.Skip(file, analyzers.HandlesTokens); err != nil {
			fail(err.Error())
		} else if skipped {
			return
		}
	}
	flag.String(drive.RequestFlag, "", "tells requests apart in the cache of the go command")
	gate.Guard(analyzers.All, fail)
	defer gate.Recover("reading a package", fail)
	unitchecker.Main(analyzers.All...)
}

func fail(line string) {
	fmt.Fprintln(os.Stderr, "jwtvet: "+line)
	os.Exit(1)
}
