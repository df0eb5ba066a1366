package main

import (
	"bytes"
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"text/template"
)

// module describes a module that is written for measuring: a tree of packages in which each
// imports up to three others. The first one, p0, is imported by all others at some
// distance, the last one by none.
type module struct {
	packages int
	every    int // each package whose number this divides handles tokens: 1 for all of them
}

func (m module) name() string {
	return fmt.Sprintf("%d packages, %d handle tokens", m.packages, m.handling())
}

func (m module) handling() int { return (m.packages + m.every - 1) / m.every }

// file returns the name of the file of package i that the root and the leaf are edited in.
func (m module) file(dir string, i int) string {
	return filepath.Join(dir, fmt.Sprintf("p%d", i), "service.go")
}

// write writes the module below dir.
func (m module) write(dir string) error {
	const mod = "module example.com/measured\n\ngo 1.25.0\n\nrequire github.com/golang-jwt/jwt/v5 v5.3.1\n"
	const sum = "github.com/golang-jwt/jwt/v5 v5.3.1 h1:kYf81DTWFe7t+1VvL7eS+jKFVWaUnK9cB1qbwn63YCY=\n" +
		"github.com/golang-jwt/jwt/v5 v5.3.1/go.mod h1:fxCRLWMO43lRc8nhHWY6LGqRcf+1gQWArsqaEUEa5bE=\n"
	files := map[string][]byte{"go.mod": []byte(mod), "go.sum": []byte(sum)}
	for i := range m.packages {
		kind := "plain"
		if i%m.every == 0 {
			kind = "tokens"
		}
		for _, file := range []string{"service", "http", "store"} {
			var b bytes.Buffer
			if err := texts.ExecuteTemplate(&b, kind+"-"+file, m.data(i)); err != nil {
				return err
			}
			files[filepath.Join(fmt.Sprintf("p%d", i), file+".go")] = b.Bytes()
		}
	}
	for name, data := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(name, data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// data is what the texts of a package show.
type data struct {
	Number  int
	Tokens  bool
	Imports []data
}

func (m module) data(i int) data {
	d := data{Number: i, Tokens: i%m.every == 0}
	for _, divisor := range []int{2, 3, 5} {
		if j := i / divisor; i > 0 &&
			(len(d.Imports) == 0 || d.Imports[len(d.Imports)-1].Number != j) {
			d.Imports = append(d.Imports, data{Number: j, Tokens: j%m.every == 0})
		}
	}
	return d
}

//go:embed module
var sources embed.FS

var texts = template.Must(template.ParseFS(sources, "module/*.tmpl"))
