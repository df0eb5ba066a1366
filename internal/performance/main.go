// Command performance measures what jwtvet costs beside an empty tool of go vet and, where there is
// one, gosec. It writes modules of its own to measure on. Run it from the root of the repository:
//
//	go run ./internal/performance -gosec "$(which gosec)"
//
// docs/performance.md says what the figures mean.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "performance: "+err.Error())
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("performance", flag.ContinueOnError)
	pairs := flags.Int("pairs", 3, "how often each thing is measured, the tools in turn")
	sizes := flags.String("packages", "10,100,150,1000", "how many packages the modules have")
	every := flags.String("every", "1,20", "of how many packages one handles tokens")
	states := flags.String("states", "cold,warm,leaf,root",
		"states of the build cache: also after an edit of the leaf, of the root")
	gosec := flags.String("gosec", "", "a gosec to measure beside it")
	keep := flags.String("dir", "",
		"where the modules and tools are written; a temporary folder if empty")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return nil
	} else if err != nil {
		return err
	}
	packages, err := numbers(*sizes)
	if err != nil {
		return fmt.Errorf("-packages: %w", err)
	}
	shares, err := numbers(*every)
	if err != nil {
		return fmt.Errorf("-every: %w", err)
	}
	dir := *keep
	if dir == "" {
		if dir, err = os.MkdirTemp("", "performance"); err != nil {
			return err
		}
		defer os.RemoveAll(dir)
	} else if dir, err = filepath.Abs(dir); err != nil {
		return err
	}
	b := bench{
		ctx: ctx, dir: dir, pairs: *pairs, gosec: *gosec, states: strings.Split(*states, ","),
	}
	for _, n := range packages {
		for _, share := range shares {
			if err := b.measure(module{packages: n, every: share}); err != nil {
				return err
			}
		}
	}
	return nil
}

// numbers reads a list of positive numbers with commas between them.
func numbers(list string) ([]int, error) {
	var out []int
	for s := range strings.SplitSeq(list, ",") {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			return nil, fmt.Errorf("%q is no list of numbers with commas between them", list)
		}
		out = append(out, n)
	}
	return out, nil
}
