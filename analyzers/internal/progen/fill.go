package progen

import (
	"regexp"
	"strconv"
	"strings"
)

// hole finds the holes of a form: $str, $def.str, $var.str, $block.
var hole = regexp.MustCompile(`\$[a-z]+(?:\.[a-z]+)?`)

// expr writes an expression of a kind: a variable, a call of a function of the program, a form.
func (w *writer) expr(kind string, depth int) string {
	own := forms[kind]
	w.nodes++
	if depth >= maxDepth || w.nodes > maxNodes {
		if v := w.variable(kind); v != "" {
			return v
		}
		return w.fill(own[0], depth)
	}
	switch choice := w.pick(8); {
	case choice < 3:
		if v := w.variable(kind); v != "" {
			return v
		}
	case choice < 5:
		if f := w.returning(kind); f != nil {
			return w.call(*f, depth+1)
		}
	}
	return w.fill(own[w.pick(len(own))], depth+1)
}

// variable picks a variable of a kind, one of the latest; "" where there is none.
func (w *writer) variable(kind string) string {
	var names []string
	for i := len(w.vars) - 1; i >= 0 && len(names) < 6; i-- {
		if w.vars[i].kind == kind {
			names = append(names, w.vars[i].name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return names[w.pick(len(names))]
}

// returning picks a function with one result of a kind, nil where there is none.
func (w *writer) returning(kind string) *function {
	var found []*function
	for i := range w.funcs {
		if f := &w.funcs[i]; len(f.results) == 1 && f.results[0] == kind {
			found = append(found, f)
		}
	}
	if len(found) == 0 {
		return nil
	}
	return found[w.pick(len(found))]
}

// call writes a call of a function of the program.
func (w *writer) call(f function, depth int) string {
	var args []string
	for i, p := range f.params {
		if f.spread && i == len(f.params)-1 && w.pick(2) == 1 {
			args = append(args, w.expr("list", depth)+"...")
			continue
		}
		args = append(args, w.expr(p.kind, depth))
	}
	return w.fill(f.call, depth) + "(" + strings.Join(args, ", ") + ")"
}

// frame is one form that is being filled.
type frame struct {
	defined []variable // by $def, which blocks of the form see
	blocks  bool       // it has blocks: what it defines is seen in them only
	number  string     // what $n stands for
	last    string     // what $same stands for
}

// fill fills the holes of a form that is an expression.
func (w *writer) fill(form string, depth int) string { return w.filled(form, depth, &frame{}) }

func (w *writer) filled(form string, depth int, fr *frame) string {
	return hole.ReplaceAllStringFunc(form, func(h string) string {
		return w.one(h[1:], depth, fr)
	})
}

// one fills a hole.
func (w *writer) one(h string, depth int, fr *frame) string {
	verb, kind, two := strings.Cut(h, ".")
	switch {
	case verb == "def" && two:
		v := variable{w.name("v"), kind}
		fr.defined, fr.last = append(fr.defined, v), v.name
		return v.name
	case verb == "now" && two: // seen by what follows in the form
		v := variable{w.name("v"), kind}
		w.vars, fr.last = append(w.vars, v), v.name
		return v.name
	case verb == "var" && two:
		return w.variable(kind)
	case verb == "body" && two:
		fr.blocks = true
		return w.body(kind, fr.defined)
	}
	switch h {
	case "same":
		return fr.last
	case "block":
		fr.blocks = true
		return w.block(fr.defined)
	case "return":
		return w.leave()
	case "n":
		if fr.number == "" {
			fr.number = w.name("")
		}
		return fr.number
	case "lit":
		return strconv.Quote(words[w.pick(len(words))])
	}
	return w.expr(h, depth)
}

// body writes the body of a closure with a result of a kind, "none" for no result.
func (w *writer) body(kind string, params []variable) string {
	ret, scope := w.ret, len(w.vars)
	defer func() { w.ret, w.vars = ret, w.vars[:scope] }()
	w.ret = nil
	if kind != "none" {
		w.ret = []variable{{kind: kind}}
	}
	if kind == "key" { // what a keyfunc returns
		w.ret = []variable{{kind: "any"}, {kind: "err"}}
	}
	w.vars = append(w.vars, params...)
	return w.block(nil) + w.leave()
}

// leave writes a return of the function around.
func (w *writer) leave() string {
	var values []string
	for _, r := range w.ret {
		if r.name != "" && w.pick(2) == 0 {
			return "return\n"
		}
		values = append(values, w.expr(r.kind, 1))
	}
	return "return " + strings.Join(values, ", ") + "\n"
}
