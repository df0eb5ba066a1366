package main

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"go/doc/comment"
	"go/format"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/audit"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/help"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/manual"
	"github.com/jwtvet/jwtvet/internal/settings"
)

var update = flag.Bool("update", false, "write the generated pages anew")

// TestGenerated compares the pages of docs, and the parts of README.md and docs/README.md that are
// made of the source, with what they are made of.
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
	docs := filepath.Join(root, "docs")
	drivers := filepath.Join(docs, "drivers.md")
	if text, err = os.ReadFile(drivers); err != nil {
		t.Fatal(err)
	}
	same(t, drivers, between(t, text, "nogo", nogo()))
	for _, a := range analyzers.All {
		same(t, filepath.Join(docs, a.Name+".md"), page(a.Name, a.Doc))
	}
	audited := filepath.Join(docs, "audit.md")
	if text, err = os.ReadFile(audited); err != nil {
		t.Fatal(err)
	}
	same(t, audited, between(t, text, "checklist", audit.Table()))
	same(t, filepath.Join(docs, "config.schema.json"), settings.Schema())
	configuration := filepath.Join(docs, "configuration.md")
	if text, err = os.ReadFile(configuration); err != nil {
		t.Fatal(err)
	}
	same(t, configuration, between(t, text, "keys", keys()))
	walk := filepath.Join(docs, "guide.md")
	if text, err = os.ReadFile(walk); err != nil {
		t.Fatal(err)
	}
	same(t, walk, guide(t, text))
	contents := filepath.Join(docs, "README.md")
	if text, err = os.ReadFile(contents); err != nil {
		t.Fatal(err)
	}
	same(t, contents, between(t, text, "pages", pages(t, docs)))
}

// TestExamples makes sure that each code block of an analyzer's text says what it is an example of,
// and that Go code is Go code as gofmt writes it: statements, or declarations.
func TestExamples(t *testing.T) {
	for _, a := range analyzers.All {
		label := ""
		for _, b := range new(comment.Parser).Parse(a.Doc).Content {
			code, ok := b.(*comment.Code)
			if !ok {
				label = manual.Plain(b)
				continue
			}
			language := manual.Language(label)
			if language == "" {
				t.Errorf("%s: no line such as \"Bad (gin):\" above\n%s", a.Name, code.Text)
			}
			if language != "go" {
				continue
			}
			if got, err := format.Source([]byte(code.Text)); err != nil {
				t.Errorf("%s: %s %v in\n%s", a.Name, label, err, code.Text)
			} else if string(got) != code.Text {
				t.Errorf("%s: %s gofmt would write\n%s", a.Name, label, got)
			}
		}
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

// keys lists every setting.
func keys() string {
	var b strings.Builder
	fmt.Fprintln(&b, "| key | what it says | default | example |\n|---|---|---|---|")
	for _, k := range settings.Keys {
		fmt.Fprintf(&b, "| `%s` | %s | `%s` | `%s` |\n", k.Name,
			strings.ReplaceAll(k.Usage, "`", ""), k.Default, cmp.Or(k.Example, k.Default))
	}
	return b.String()
}

// table lists every category.
func table() string {
	var b strings.Builder
	fmt.Fprintln(&b, "| category | severity | what it finds |\n|---|---|---|")
	for _, a := range analyzers.All {
		for _, c := range analyzers.Categories(a.Name) {
			fmt.Fprintf(&b, "| [%s](docs/%s.md#%s) | %s | %s |\n",
				c.ID, a.Name, c.ID, c.Severity, help.Title(c))
		}
	}
	return b.String()
}

// page is the documentation of an analyzer: its text, with the rules of each
// category below its heading.
func page(name, doc string) []byte {
	text := doc
	for _, c := range analyzers.Categories(name) {
		text = strings.Replace(text, "\n# "+c.ID+"\n", "\n# "+c.ID+"\n\n"+help.Rules(c)+".\n", 1)
	}
	summary, rest, _ := strings.Cut(text, "\n")
	var b bytes.Buffer
	fmt.Fprintf(&b,
		"<!-- made of analyzers/%s/doc.go by go generate ./cmd/jwtvet -->\n\n# %s\n\n%s.\n\n",
		name, name, strings.ToUpper(summary[:1])+summary[1:])
	p := comment.Printer{HeadingLevel: 2, HeadingID: func(*comment.Heading) string { return "" }}
	label := ""
	for i, block := range new(comment.Parser).Parse(rest).Content {
		if i > 0 {
			b.WriteString("\n")
		}
		if code, ok := block.(*comment.Code); ok {
			fmt.Fprintf(&b, "```%s\n%s```\n", manual.Language(label), code.Text)
			continue
		}
		label = manual.Plain(block)
		b.Write(p.Markdown(&comment.Doc{Content: []comment.Block{block}}))
	}
	return b.Bytes()
}

// pages lists the pages of docs: one of each analyzer with its summary, then the others with what
// stands in them.
func pages(t *testing.T, docs string) string {
	t.Helper()
	var b strings.Builder
	generated := map[string]bool{"README.md": true}
	for _, a := range analyzers.All {
		summary, _, _ := strings.Cut(a.Doc, "\n")
		fmt.Fprintf(&b, "- [%s](%s.md): %s\n",
			a.Name, a.Name, strings.TrimPrefix(summary, "report "))
		generated[a.Name+".md"] = true
	}
	files, err := filepath.Glob(filepath.Join(docs, "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		if generated[name] {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		title, rest, _ := strings.Cut(string(text), "\n")
		var parts []string
		for _, m := range regexp.MustCompile(`(?m)^## (.+)$`).FindAllStringSubmatch(rest, -1) {
			parts = append(parts, m[1])
		}
		fmt.Fprintf(&b, "- [%s](%s): %s\n",
			strings.TrimPrefix(title, "# "), name, strings.Join(parts, ", "))
	}
	return b.String()
}
