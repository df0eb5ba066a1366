package drive

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/unit"
)

// outcome is what one run of go vet says.
type outcome struct {
	reports  []Report
	failures []load.Failure // of packages that were not analysed
	failed   []load.Failure // of analyzers, the importers of whose packages were analysed
	rest     []string       // lines about no package in particular
	silent   bool           // the tool was not heard
	died     bool           // the tool, of a package
	err      error          // the go command failed
}

// nothing reports whether go vet failed before it looked at any package or file.
func (o *outcome) nothing() bool {
	return o.err != nil && o.silent && len(o.failures) == 0 && len(o.rest) > 0 &&
		!slices.ContainsFunc(o.rest, func(line string) bool {
			return strings.Contains(line, ".go:") || strings.HasPrefix(line, "package ")
		})
}

// vet runs go vet with this program as its tool. Where the tool died of a package, it is asked
// again and looks after itself: what the go command has of other packages it repeats.
func (r *run) vet(ctx context.Context, patterns []string) outcome {
	o := r.vetOnce(ctx, patterns)
	if o.died && !r.watched && ctx.Err() == nil {
		r.watched = true
		o = r.vetOnce(ctx, patterns)
	}
	return o
}

func (r *run) vetOnce(ctx context.Context, patterns []string) outcome {
	args := append([]string{"vet", "-json", "-vettool=" + r.loader.Tool}, r.loader.BuildFlags()...)
	args = append(args, r.request(patterns))
	for _, a := range analyzers.All {
		args = append(args, "-"+a.Name+".ignored") // to be told what directives hide
	}
	if r.listing {
		args = append(args, listFlags(r.flags)...)
	}
	cmd := r.loader.Command()
	if r.watched {
		cmd.Vars = append(cmd.Vars, unit.WatchVar+"=1")
	}
	stdout, stderr, err := cmd.Run(ctx, slices.Concat(args, r.flags, []string{"--"}, patterns))
	text, objects := split(string(stderr))
	var o outcome
	if err != nil { // otherwise it is remarks
		o = complaints(text)
		o.err, o.died = err, r.died(text)
	}
	o.silent = len(stdout) == 0 && objects == ""
	for _, stream := range []string{string(stdout), objects} {
		reports, failures, err := Parse(strings.NewReader(stream))
		o.reports = append(o.reports, reports...)
		o.failed = append(o.failed, failures...)
		if err != nil {
			o.failures = append(o.failures, load.Failure{
				Message: fmt.Sprintf("cannot read the output of go vet: %v", err),
			})
		}
	}
	return o
}

// died reports whether the tool came to an end that is none of its own. It is shown by what the
// runtime of Go writes then or, where nothing was written, by what the go command says of it:
//
//	fatal error: stack overflow
//	example.com/app: /usr/bin/jwtvet: signal: killed
func (r *run) died(text string) bool {
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "fatal error: ") || strings.HasPrefix(line, "panic: ") ||
			strings.Contains(line, ": "+r.loader.Tool+": ") {
			return true
		}
	}
	return false
}

// split takes the JSON objects out of what go vet writes to its standard error, which is
// where they are before go1.26.
func split(stderr string) (text, objects string) {
	var plain, object strings.Builder
	inside := false
	for line := range strings.Lines(stderr) {
		bare := strings.TrimRight(line, "\r\n")
		switch {
		case inside || bare == "{" || bare == "{}":
			object.WriteString(line)
			inside = bare == "{" || inside && bare != "}"
		default:
			plain.WriteString(line)
		}
	}
	return plain.String(), object.String()
}

// noise are beginnings of lines that do not say what is wrong: go vet's second header for one
// package, remarks, and what a C compiler adds to a warning.
var noise = []string{
	"# [", "go: downloading ", "go: finding ", "go: warning: ", "exit status ", "note: ",
	"too many errors", " ", "In file ",
}

// quiet reports whether a line does not say what is wrong.
func quiet(line string) bool {
	return line == "" || strings.Contains(line, ": warning: ") ||
		strings.Contains(line, ": note: ") || strings.Contains(line, ": In function ") ||
		slices.ContainsFunc(noise, func(s string) bool { return strings.HasPrefix(line, s) })
}

// speaker matches who says a line. It is compiled on demand: the program is started
// for every package of a build.
var speaker = sync.OnceValue(
	func() *regexp.Regexp { return regexp.MustCompile(`^(?:vet|go|jwtvet\S*|compile|cgo): `) })

// blocks puts what go vet writes about packages into the order of their names: packages are
// compiled side by side, and the first line about one is what a failure shows.
func blocks(stderr string) string {
	out := []string{""}
	for line := range strings.Lines(stderr) {
		if strings.HasPrefix(line, "# ") && !strings.HasPrefix(line, "# [") {
			out = append(out, "")
		}
		out[len(out)-1] += line
	}
	slices.SortStableFunc(out[1:], strings.Compare)
	return strings.Join(out, "")
}

// headed returns the package that a header names: p of p, of p [p.test], and of p_test [p.test], which are
// tests in a package beside it.
func headed(header string) string {
	pkg, variant, _ := strings.Cut(header, " ")
	if of, ok := strings.CutSuffix(variant, ".test]"); ok && pkg == strings.TrimPrefix(of, "[")+"_test" {
		return strings.TrimPrefix(of, "[")
	}
	return pkg
}

// complaints reads the lines that go vet writes about packages that do not compile.
func complaints(stderr string) outcome {
	var o outcome
	pkg, more := "", map[string]int{}
	for line := range strings.Lines(blocks(stderr)) {
		line = strings.TrimRight(line, "\r\n")
		if quiet(line) {
			continue
		}
		text := speaker().ReplaceAllString(line, "")
		header, isHeader := strings.CutPrefix(line, "# ")
		switch {
		case isHeader:
			pkg = headed(header)
		case pkg == "" && strings.HasPrefix(line, "\t") && len(o.rest) > 0:
			// the line above goes on
			o.rest[len(o.rest)-1] += " " + strings.TrimSpace(line)
		case strings.HasPrefix(line, "\t"):
		case pkg == "":
			o.rest = append(o.rest, text)
		case more[pkg] == 0:
			more[pkg] = 1
			o.failures = append(o.failures, load.Failure{
				Packages: []string{pkg},
				Message:  text,
				Advice:   fmt.Sprintf("%q shows what to fix", "go vet "+pkg),
			})
		default:
			more[pkg]++
		}
	}
	for i, f := range o.failures {
		if n := more[f.Packages[0]] - 1; n > 0 {
			o.failures[i].Message += fmt.Sprintf(" (and %d more)", n)
		}
	}
	return o
}
