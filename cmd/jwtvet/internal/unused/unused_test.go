package unused_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/unused"
)

// Each program has functions whose names say whether a program calls them: dead ones are called
// Dead..., dead..., all others are called in some way.
func TestAt(t *testing.T) {
	for name, program := range map[string]string{
		"a helper left from an older layout, and what only it calls": `
-- go.mod --
module example.com/app
-- main.go --
package main

import "example.com/app/util"

func main() { run() }

func run() { util.Live() }

func deadRun() { util.DeadOnlyThere() }
-- util/util.go --
package util

func Live() { helper() }

func helper() {}

func DeadOnlyThere() { deadHelper() }

func deadHelper() { deadHelper() }
-- util/util_test.go --
package util

func test() { DeadOnlyThere() }
`,
		"two packages with the same functions, one of which no program imports": `
-- go.mod --
module example.com/app
-- cmd/api/main.go --
package main

import "example.com/app/internal/token"

func main() { token.Sign() }
-- internal/token/token.go --
package token

func Sign() {}
-- helpers/token.go --
package helpers

func DeadSign() { DeadSign2() }

func DeadSign2() {}

var Made = DeadSign()

func init() { DeadSign() }
`,
		"a middleware beside another one, with the name of a field": `
-- go.mod --
module example.com/app
-- main.go --
package main

import (
	"net/url"

	"example.com/app/internal/go-guard"
	aliased "example.com/app/internal/web"
)

type config struct{ DeadAuth, DeadServe string }

func main() {
	var cfg config
	use(cfg.DeadAuth, cfg.DeadServe)
	guard.Required()
	aliased.Serve()
	url := logger{}
	url.Print()
}

func use(...string) {}

type logger struct{}

func (logger) Print() {}
-- internal/go-guard/guard.go --
package guard

func DeadAuth() {}

func Required() {}
-- internal/web/web.go --
package web

func DeadServe() {}

func Serve() {}
`,
		"a function main in a package that is no program": `
-- go.mod --
module example.com/app
-- main.go --
package main

import _ "example.com/app/cmd"

func main() {}
-- cmd/main.go --
package cmd

func main() {} // dead
`,
		"values of functions, variables, methods, and a name in a string": `
-- go.mod --
module example.com/app
-- main.go --
package main

import (
	"reflect"

	routes "example.com/app/web"
)

var handlers = map[string]func(){"a": inMap, key: byKey}

var t = T{field: inField}

func main() {
	go started()
	defer deferred()
	routes.Add(value)
	t.unexported()
	(*T).expression(nil)
	reflect.ValueOf(t).MethodByName("inString")
}

func inMap()    {}
func byKey()    {}
func inField()  {}
func started()  {}
func deferred() {}
func value()    {}

type T struct{ field func() }

func (T) unexported()      {}
func (*T) expression()     {}
func (T) inString()        {}
func (T) deadMethod()      {}
func (T) ServeHTTP()       { calledByIt() }
func calledByIt()          {}
func deadField(field int)  { _ = T{deadKey: nil} }
func deadKey()             {}

//export exported
func exported() {}
-- web/web.go --
package web

func Add(f func()) {}
`,
		"a library: what it exports is for others": `
-- go.mod --
module example.com/lib
-- lib.go --
package lib

import "example.com/lib/internal/x"

func Parse() { x.Used() }

func deadParse() { x.Dead() }
-- internal/x/x.go --
package x

func Used() {}

func Dead() {}
-- sub/sub.go --
package sub

func New() {}
-- cmd/tool/main.go --
package main

func main() {}

func DeadExported() {}
`,
		"a module without a package at its root, whose only programs are examples": `
-- go.mod --
module example.com/lib
-- token/token.go --
package token

func New() {}
-- examples/hello/main.go --
package main

func main() {}
`,
		"a library whose only program is a tool of its own": `
-- go.mod --
module example.com/lib
-- token/token.go --
package token

func New() {}

func deadNew() {}
-- key/key.go --
package key

func New() {}
-- tools/release/main.go --
package main

func main() {}
`,
		"no program at all": `
-- go.mod --
module example.com/lib
-- lib.go --
package lib

func parse() {}
`,
		"another module of the repository calls it, and a generator that is run by its name": `
-- app/go.mod --
module example.com/app
-- app/main.go --
package main

func main() {}
-- app/auth/auth.go --
package auth

func ForOthers() {}

func ForGenerator() {}

func DeadForNobody() {}
-- other/go.mod --
module example.com/other
-- other/other.go --
package other

import "example.com/app/auth"

func Anything() { auth.ForOthers() }
-- app/gen.go --
//go:build ignore

package main

import "example.com/app/auth"

func main() { auth.ForGenerator() }
`,
		"a handler that a platform calls by its name": `
-- go.mod --
module example.com/app
-- main.go --
package main

import "example.com/app/web"

func main() { web.Serve() }
-- api/index.go --
package api

import "net/http"

func Handler(w http.ResponseWriter, r *http.Request) { helper() }

func helper() {}
-- web/web.go --
package web

import "net/http"

func Serve() {}

func DeadLogin(w http.ResponseWriter, r *http.Request) {}
`,
		"a file with a mistake calls whatever it names": `
-- go.mod --
module example.com/app
-- main.go --
package main

func main() { (((

func other() { x.Named() }
-- auth/auth.go --
package auth

func Dead() {}
-- sub/sub.go --
package main

import "example.com/app/auth"

func main() { auth.Named( }
-- auth/named.go --
package auth

func Named() {}
`,
		"a program that does not compile, as an import is missing": `
-- go.mod --
module example.com/app
-- main.go --
package main

import (
	_ "example.com/app/config"
	"example.com/app/other"
)

func main() { use(middleware.UserAuth()); other.Old() }
-- middleware/auth.go --
package middleware

func UserAuth() { parse() }

func parse() {}

func DeadAuth() {}
-- other/other.go --
package other

func Old() {}
-- server/old.go --
package server

func DeadOld() {}
-- config/config.go --
package config
`,
		"a dot import": `
-- go.mod --
module example.com/app
-- main.go --
package main

import . "example.com/app/auth"

func main() { Parse() }
-- auth/auth.go --
package auth

func Parse() {}
`,
	} {
		t.Run(name, func(t *testing.T) {
			r, lines := write(t, program)
			for _, l := range lines {
				if !strings.HasPrefix(l.text, "func ") || strings.HasSuffix(l.file, "_test.go") {
					continue
				}
				name, got := r.At(l.file, l.number)
				if want := strings.Contains(strings.ToLower(l.text[:min(len(l.text), 30)]), "dead"); got != want {
					t.Errorf("%s:%d: %s: nothing calls it: %t", l.file, l.number, l.text, got)
				}
				if name != "" && !strings.Contains(l.text, " "+name+"(") {
					t.Errorf("%s:%d: %s is called %s", l.file, l.number, l.text, name)
				}
			}
		})
	}
}

// A setting whose line says spare is read by nothing; each stands at the word "here".
func TestSetting(t *testing.T) {
	for name, program := range map[string]string{
		"fields that a constructor fills": `
-- go.mod --
module example.com/app
-- config/config.go --
package config

import (
	"os"

	"example.com/app/auth"
	"example.com/other"
)

type JWT struct{ Spare, Read, Encoded string }

type Config struct{ JWT JWT }

func Load() *Config {
	c := &Config{JWT: JWT{
		Spare:   get("JWT_SECRET", "here"), // spare
		Read:    get("JWT_SECRET", "here"),
		Encoded: get("JWT_SECRET", "here"),
	}}
	c.JWT.Spare = "here" + os.Getenv("X") // spare
	c.JWT.Read = "here"
	c.Others = "here"
	_ = other.Options{Spare: "here"}
	_ = auth.Options{Unread: "here"} // spare
	local := "here"
	return c
}

func get(name, otherwise string) string { return otherwise }
-- auth/auth.go --
package auth

import "example.com/app/config"

type Options struct{ Unread string }

func Sign(c *config.Config) string { return c.JWT.Read + lookUp("jwt.encoded") }
`,
		"fields that a library fills": `
-- go.mod --
module example.com/app
-- config.go --
package config

type Config struct {
	Refresh string "env:\"REFRESH_SECRET\" default:\"here\"" // spare
	Access  string "env:\"ACCESS_SECRET\" default:\"here\""
	ByName  string "koanf:\"by_name\" default:\"here\""
}

func sign(c Config) string { return c.Access + lookUp("auth.by_name") }
`,
		"settings of a library": `
-- go.mod --
module example.com/app
-- config.go --
package config

func Load() {
	set("TOKEN_SECRET", "here") // spare
	set("JWT_SECRET", "here")
	set("auth.key", "here")
	set("jwt.signing", "here")
	set("REFRESH_SECRET", "here")
	set(name, "here")
	use(set("X_SECRET", "here"))
}

func sign() string { return lookUp("JWT_SECRET") }

type auth struct {
	Key string "mapstructure:\"key\""
}

type byName struct{ RefreshSecret string }

var section = lookUp("signing_key")
`,
	} {
		t.Run(name, func(t *testing.T) {
			r, lines := write(t, program)
			for _, l := range lines {
				column := strings.Index(l.text, "here") + 1
				if column == 0 {
					continue
				}
				if got, want := r.Setting(l.file, l.number, column), strings.HasSuffix(l.text, "// spare"); got != want {
					t.Errorf("%s:%d: %s: nothing reads it: %t", l.file, l.number, l.text, got)
				}
			}
		})
	}
}

// line is a line of a file.
type line struct {
	file   string
	number int
	text   string
}

// write writes the files of a program, and reads them. It returns their lines, too.
func write(t *testing.T, program string) (*unused.Repository, []line) {
	t.Helper()
	dir := t.TempDir()
	var lines []line
	for _, f := range txtar.Parse([]byte(program)).Files {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
		for i, text := range strings.Split(string(f.Data), "\n") {
			lines = append(lines, line{path, i + 1, text})
		}
	}
	return unused.Read(dir), lines
}
