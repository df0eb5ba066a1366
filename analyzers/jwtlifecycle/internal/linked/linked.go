// Package linked answers what a call does whose function stands in another package of the program,
// perhaps behind an interface. A package says what its own functions do; where the program starts,
// all of them are known:
//
//	package service                            // asks
//	type tokens interface{ Parse(string) (*Claims, error) }
//	claims, err := s.tokens.Parse(raw)         // Form: Parse(string) (*token.Claims, error)
//
//	package token                              // says: verifies, changes nothing
//	func (t *Tokens) Parse(raw string) (*Claims, error) { ... }
//
// An interface is what all methods of its name and types say. A function that no package of the
// module declares is unknown.
package linked

import (
	"cmp"
	"go/types"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/jwtlifecycle/internal/effects"
)

// Key stands for a function, or for all methods of one name and types. Facts carry many of them: it
// is a hash.
type Key uint64

// Func is what a package says of one of its functions.
type Func struct {
	Name, Form Key            // Form is 0 for a function without a receiver
	Effect     effects.Effect // of what it does without Calls
	Signs      bool           // it signs tokens
	Verifies   bool           // it verifies them
	Compares   bool           // it compares a password, and says whether it is right
	Calls      []Key          // functions of other packages, or of interfaces, that may do anything
	Asks       []Key          // those that change nothing, by their names or by a fact
}

// KeyOf returns the key by which a function is asked for that is called: its form where it belongs
// to an interface.
func KeyOf(fn *types.Func) Key {
	if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
		return form(fn)
	}
	return hash(fn.FullName())
}

// Keys returns both keys of a function that is declared.
func Keys(fn *types.Func) (name, byForm Key) {
	if fn.Signature().Recv() != nil {
		byForm = form(fn)
	}
	return hash(fn.FullName()), byForm
}

// form returns the key of all methods with the name and the types of a function.
func form(fn *types.Func) Key {
	var b strings.Builder
	b.WriteString(fn.Name())
	sig := fn.Signature()
	for _, list := range []*types.Tuple{sig.Params(), sig.Results()} {
		b.WriteByte('(')
		for v := range list.Variables() {
			b.WriteString(types.TypeString(v.Type(), nil))
			b.WriteByte(',')
		}
		b.WriteByte(')')
	}
	if !fn.Exported() && fn.Pkg() != nil { // a method of its package only
		b.WriteString(fn.Pkg().Path())
	}
	if sig.Variadic() {
		b.WriteString("...")
	}
	return hash(b.String())
}

func hash(text string) Key {
	h := fnv.New64a()
	h.Write([]byte(text))
	return Key(h.Sum64())
}

// most is how many functions are kept of a program; of one with more, nothing is known.
const most = 2048

// Table is what the packages of a program say of their functions.
type Table struct {
	Funcs []Func
	Full  bool // there were too many
}

// Add adds what another package says. What is added twice counts once.
func (t *Table) Add(o Table) {
	all := slices.Concat(t.Funcs, o.Funcs)
	slices.SortStableFunc(all, func(a, b Func) int { return cmp.Compare(a.Name, b.Name) })
	all = slices.CompactFunc(all, func(a, b Func) bool { return a.Name == b.Name })
	t.Full = t.Full || o.Full || len(all) > most
	if t.Funcs = all; t.Full {
		t.Funcs = nil
	}
}

// Program is the table of a whole program.
type Program struct{ by map[Key][]*Func }

// Link returns the program that a table is of.
func Link(t Table) *Program {
	p := &Program{map[Key][]*Func{}}
	for i := range t.Funcs {
		f := &t.Funcs[i]
		p.by[f.Name] = append(p.by[f.Name], f)
		if f.Form != 0 {
			p.by[f.Form] = append(p.by[f.Form], f)
		}
	}
	return p
}

// Effect returns the greatest effect of calling some functions, and of all that they call.
func (p *Program) Effect(keys ...Key) effects.Effect {
	out := effects.None
	fns, all := p.reached(keys, func(f *Func) []Key { return f.Calls })
	if !all {
		out = effects.Unknown
	}
	for _, f := range fns {
		out = max(out, f.Effect)
	}
	return out
}

// Changes reports whether calling some functions may change what a store keeps, as far as something
// is known of them.
func (p *Program) Changes(keys ...Key) bool {
	fns, _ := p.reached(keys, (*Func).called)
	return slices.ContainsFunc(fns, func(f *Func) bool { return f.Effect > effects.Reads })
}

// Verify reports whether calling a function verifies a token, in all that can be meant.
func (p *Program) Verify(k Key) bool { return p.all(k, func(f *Func) bool { return f.Verifies }) }

// Sign reports whether calling a function signs a token, in all that can be meant.
func (p *Program) Sign(k Key) bool { return p.all(k, func(f *Func) bool { return f.Signs }) }

// Compare reports whether calling a function compares a password, in all that can be meant.
func (p *Program) Compare(k Key) bool {
	return len(p.by[k]) > 0 && !slices.ContainsFunc(p.by[k], func(f *Func) bool { return !f.Compares })
}

// all reports whether is is true of each function of a key, or of what it calls.
func (p *Program) all(k Key, is func(*Func) bool) bool {
	return len(p.by[k]) > 0 && !slices.ContainsFunc(p.by[k], func(f *Func) bool {
		fns, _ := p.reached([]Key{f.Name}, (*Func).called)
		return !slices.ContainsFunc(fns, is)
	})
}

// called returns all that a function calls of other packages, or of interfaces.
func (f *Func) called() []Key { return slices.Concat(f.Calls, f.Asks) }

// reached returns the functions of some keys and those that next says of them, at any distance; all
// is false where some are not known.
func (p *Program) reached(keys []Key, next func(*Func) []Key) (out []*Func, all bool) {
	all = true
	seen, asked := map[*Func]bool{}, map[Key]bool{}
	for todo := slices.Clone(keys); len(todo) > 0; {
		k := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if asked[k] {
			continue
		}
		asked[k] = true
		all = all && len(p.by[k]) > 0
		for _, f := range p.by[k] {
			if !seen[f] {
				seen[f], out = true, append(out, f)
				todo = append(todo, next(f)...)
			}
		}
	}
	return out, all
}

// Callers returns the greatest effect of the functions that call one of some others.
func (p *Program) Callers(keys ...Key) effects.Effect {
	out := effects.None
	for _, list := range p.by {
		for _, f := range list {
			if slices.ContainsFunc(f.called(), func(k Key) bool { return slices.Contains(keys, k) }) {
				out = max(out, f.Effect, p.Effect(f.Calls...))
			}
		}
	}
	return out
}
