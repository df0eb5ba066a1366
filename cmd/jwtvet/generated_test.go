package main

import (
	"bytes"
	"flag"
	"fmt"
	"go/doc/comment"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/cli"
)

var update = flag.Bool("update", false, "write the generated pages anew")

// TestGenerated compares the pages of the categories, the table and the run that README shows with what they are made of.
func TestGenerated(t *testing.T) {
	root := filepath.Join("..", "..")
	readme := filepath.Join(root, "README.md")
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	demo, errs, _ := run(t, t.TempDir(), nil, "demo")
	if demo == "" {
		t.Fatal(errs)
	}
	text = between(t, text, "demo", "```text\n$ jwtvet demo\n"+demo+"```\n")
	text = between(t, text, "categories", table())
	same(t, readme, text)
	drivers := filepath.Join(root, "docs", "drivers.md")
	if text, err = os.ReadFile(drivers); err != nil {
		t.Fatal(err)
	}
	same(t, drivers, between(t, text, "nogo", nogo()))
	for _, a := range analyzers.All {
		same(t, filepath.Join(root, "docs", a.Name+".md"), page(a.Name, a.Doc))
	}
}

// same fails when a file is not what it should be, or makes it so.
func same(t *testing.T, file string, want []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, want, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is stale: run go generate ./cmd/jwtvet (%v)", file, err)
	}
}

// between puts text between the marks of a name.
func between(t *testing.T, in []byte, name, text string) []byte {
	t.Helper()
	from, to := "<!-- "+name+" -->\n", "<!-- /"+name+" -->\n"
	head, rest, ok := strings.Cut(string(in), from)
	_, tail, end := strings.Cut(rest, to)
	if !ok || !end {
		t.Fatalf("there is no place for %s", name)
	}
	return []byte(head + from + text + to + tail)
}

// nogo is what a BUILD file of Bazel needs for every analyzer.
func nogo() string {
	var b strings.Builder
	b.WriteString("```starlark\nload(\"@rules_go//go:def.bzl\", \"nogo\")\n\nnogo(\n    name = \"nogo\",\n    config = \"nogo.json\",\n    visibility = [\"//visibility:public\"],\n    deps = [\n")
	for _, a := range analyzers.All {
		fmt.Fprintf(&b, "        \"@com_github_jwtvet_jwtvet//analyzers/%s\",\n", a.Name)
	}
	b.WriteString("    ],\n)\n```\n")
	return b.String()
}

// table lists every category.
func table() string {
	var b strings.Builder
	fmt.Fprintln(&b, "| category | severity | what it finds |\n|---|---|---|")
	for _, a := range analyzers.All {
		for _, c := range analyzers.Categories(a.Name) {
			fmt.Fprintf(&b, "| [%s](docs/%s.md#%s) | %s | %s |\n", c.ID, a.Name, c.ID, c.Severity, cli.Title(c))
		}
	}
	return b.String()
}

// page is the documentation of an analyzer: its text, with the rules of each category below its heading.
func page(name, doc string) []byte {
	text := doc
	for _, c := range analyzers.Categories(name) {
		text = strings.Replace(text, "\n# "+c.ID+"\n", "\n# "+c.ID+"\n\n"+cli.Rules(c)+".\n", 1)
	}
	summary, rest, _ := strings.Cut(text, "\n")
	p := comment.Printer{HeadingLevel: 2, HeadingID: func(*comment.Heading) string { return "" }}
	var b bytes.Buffer
	fmt.Fprintf(&b, "<!-- made of analyzers/%s/doc.go by go generate ./cmd/jwtvet -->\n\n# %s\n\n%s.\n\n", name, name, strings.ToUpper(summary[:1])+summary[1:])
	b.Write(p.Markdown(new(comment.Parser).Parse(rest)))
	return b.Bytes()
}
