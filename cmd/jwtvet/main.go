// Command jwtvet reports mistakes in the use of JSON Web Tokens. Run "jwtvet help", or
// "jwtvet demo" to see it at work.
//
// The same program is a tool for go vet: go vet -vettool=$(which jwtvet) ./...
package main

import (
	"context"
	"fmt"
	"os"
	"slices"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/cli"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/exports"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/facts"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/gate"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/process"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/unit"
)

//go:generate go test -count=1 -run ^TestGenerated$ ../../analyzers/internal/model -update
//go:generate go test -count=1 -run ^TestGenerated . -update

func main() {
	args := os.Args[1:]
	switch {
	case len(args) > 1 && args[0] == process.Holder:
		os.Exit(process.Hold(args[1:]))
	case len(args) > 1 && args[0] == unit.Analysis:
		frugal()
		unit.Analyse(args[1:], drive.RequestFlag, inTool)
	case len(args) > 1 && args[0] == unit.Watched:
		gate.Frugal()
		os.Exit(unit.WatchAgain(cli.Self(), args[1:]))
	case gate.Protocol(args):
		vet(args)
	default:
		os.Exit(cli.New(args).Run(process.Signals(context.Background())))
	}
}

// vet answers the go command, which runs the tool once for each package.
func vet(args []string) {
	frugal()
	file := gate.Unit(args)
	if file == "" {
		unit.Define(drive.RequestFlag)
		unitchecker.Main(inTool...)
	}
	unit.Models(args, analyzers.All) // the gate counts them
	verdict, err := gate.Look(file, analyzers.HandlesTokens)
	switch {
	case err != nil:
		fmt.Fprintln(os.Stderr, "jwtvet: "+err.Error())
		os.Exit(1)
	case verdict == gate.Skipped:
		return
	case verdict == gate.Partial || os.Getenv(unit.WatchVar) != "":
		os.Exit(unit.Watch(cli.Self(), args))
	}
	list := inTool
	if verdict == gate.Facts {
		list = unit.FactsOnly(list)
	}
	unit.Run(cli.Self(), args, drive.RequestFlag, list)
}

// inTool are the analyzers that go vet starts.
var inTool = append(slices.Clip(analyzers.All), analyzers.Inventory)

// frugal saves what it can in a process that analyses one package.
func frugal() {
	gate.Frugal()
	exports.Use(analyzers.IsModelled)
	facts.Use()
}
