// Package progen makes Go programs of bytes, for fuzzing. Every choice is made by the next byte, so
// that a fuzzer that changes a byte changes a choice; where the bytes end, the programs end soon.
//
// Programs are well typed by construction: the grammar (forms.go, stmts.go) is made of pieces of
// Go with holes that are named after kinds of values, and a hole is filled by a variable, a call
// or a piece of its kind only.
//
//	fmt.Sprintf("%s-%s", $str, $str)
//	if $def.str, $def.bool := os.LookupEnv($str); $bool { $block }
package progen

import (
	"fmt"
	"strings"
)

// Program is a package and one that imports it.
type Program struct{ Lib, App string }

const (
	// Statements is the number of statements of a program that is not exceeded by much.
	Statements = 200

	maxDepth = 4    // of expressions inside of expressions
	maxNodes = 3000 // holes of a program that are filled by more than a name
)

// New makes a program.
func New(data []byte) Program {
	src := &source{data: data}
	lib := newWriter(src, nil)
	text := lib.pkg("lib", "")
	app := newWriter(src, lib.funcs)
	return Program{Lib: text, App: app.pkg("main", `import "example.com/lib"`)}
}

// source hands out the bytes.
type source struct {
	data              []byte
	statements, nodes int // that were written
}

// pick returns a number below n, 0 where there are no more bytes.
func (s *source) pick(n int) int {
	if n <= 1 || len(s.data) == 0 {
		return 0
	}
	b := int(s.data[0])
	s.data = s.data[1:]
	return b % n
}

// variable is a name in scope.
type variable struct{ name, kind string }

// function is one of the functions that a program declares, which can call each other.
type function struct {
	call    string     // what stands before the arguments, with holes: F1, $set.F1, lib.F1
	recv    *variable  // nil for none
	params  []variable // the last of them may be variadic
	results []string   // kinds
	named   bool       // its results have names
	spread  bool       // its last parameter is variadic
}

// writer writes one package.
type writer struct {
	*source
	funcs []function // that can be called
	own   int        // the number of them, at the end, that this package declares
	lib   bool       // it can use the other package
	vars  []variable // in scope, the latest last
	ret   []variable // results of the function around: with names where those are named
	next  int        // for names
}

func newWriter(src *source, imported []function) *writer {
	w := &writer{source: src, lib: imported != nil}
	for _, f := range imported {
		w.funcs = append(w.funcs, f.elsewhere())
	}
	return w
}

// elsewhere is the function as an importer sees it.
func (f function) elsewhere() function {
	f.params, f.results = append([]variable(nil), f.params...), append([]string(nil), f.results...)
	if f.recv == nil {
		f.call = "lib." + f.call
	} else {
		f.call = strings.Replace(f.call, "$set", "$libset", 1)
	}
	for i := range f.params {
		f.params[i].kind = outside(f.params[i].kind)
	}
	for i := range f.results {
		f.results[i] = outside(f.results[i])
	}
	return f
}

// outside is the name that importers have for a kind of this package.
func outside(kind string) string {
	if kind == "set" {
		return "libset"
	}
	return kind
}

// name makes a name that no other variable has.
func (w *writer) name(prefix string) string {
	w.next++
	return fmt.Sprintf("%s%d", prefix, w.next)
}

// pkg writes a package.
func (w *writer) pkg(name, imports string) string {
	var b strings.Builder
	b.WriteString("package " + name + "\n\n" + libraries + imports + "\n")
	b.WriteString(strings.ReplaceAll(preamble, "$tag", tags[w.pick(len(tags))]))
	for range w.pick(4) {
		kind := valueKinds[w.pick(len(valueKinds))]
		// A function that reads a variable must not be needed to initialise it.
		free := &writer{source: w.source, lib: w.lib, next: 1000 * (1 + w.next)}
		v := variable{w.name("G"), kind}
		fmt.Fprintf(&b, "var %s %s = %s\n", v.name, goTypes[kind], free.expr(kind, 1))
		w.vars = append(w.vars, v)
	}
	w.declare(1 + w.pick(6))
	for _, f := range w.funcs[len(w.funcs)-w.own:] {
		b.WriteString(w.function(f))
	}
	if name == "main" {
		w.ret = nil
		fmt.Fprintf(&b, "func init() {\n%s}\n\nfunc main() {\n%s}\n", w.block(nil), w.block(nil))
	}
	return b.String()
}

// declare decides on the functions that the package has.
func (w *writer) declare(n int) {
	w.own = n
	for range n {
		f := function{call: w.name("F")}
		shape := w.pick(16)
		f.named, f.spread = shape&1 > 0, shape&2 > 0
		if shape&12 == 12 {
			f.recv = &variable{w.name("recv"), "set"}
			f.call = "$set." + f.call
		}
		for range w.pick(4) {
			f.params = append(f.params, variable{w.name("p"), allKinds[w.pick(len(allKinds))]})
		}
		f.spread = f.spread && len(f.params) > 0 && f.params[len(f.params)-1].kind == "str"
		for range w.pick(3) {
			f.results = append(f.results, valueKinds[w.pick(len(valueKinds))])
		}
		w.funcs = append(w.funcs, f)
	}
}

// function writes a function.
func (w *writer) function(f function) string {
	scope := len(w.vars)
	defer func() { w.vars = w.vars[:scope] }()
	name, recv := f.call, ""
	if f.recv != nil {
		name = strings.TrimPrefix(name, "$set.")
		recv = fmt.Sprintf("(%s *Settings) ", f.recv.name)
		w.vars = append(w.vars, *f.recv)
	}
	var params, results []string
	w.ret = nil
	for i, p := range f.params {
		typ := goTypes[p.kind]
		if f.spread && i == len(f.params)-1 {
			typ, p.kind = "..."+typ, "list"
		}
		params = append(params, p.name+" "+typ)
		w.vars = append(w.vars, p)
	}
	for _, kind := range f.results {
		r, typ := variable{kind: kind}, goTypes[kind]
		if f.named {
			r.name = w.name("out")
			w.vars = append(w.vars, r)
			typ = r.name + " " + typ
		}
		results, w.ret = append(results, typ), append(w.ret, r)
	}
	body := w.block(nil)
	return fmt.Sprintf("func %s%s(%s) (%s) {\n%s%s}\n\n", recv, name, strings.Join(params, ", "),
		strings.Join(results, ", "), body, w.leave())
}
