package linked

import (
	"go/types"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/enginetest"
	"github.com/jwtvet/jwtvet/analyzers/jwtlifecycle/internal/effects"
)

const shapes = `
type Claims struct{}
type parser interface {
	Parse(raw string) (*Claims, error)
	All(raw ...string) error
	List(raw []string) error
}
type tokens struct{}
func (*tokens) Parse(string) (*Claims, error) { return nil, nil } // another name of the parameter
func (tokens) All(...string) error            { return nil }
func (tokens) List([]string) error            { return nil }
type other struct{}
func (other) Parse([]byte) (*Claims, error) { return nil, nil } // other types
func Parse(string) (*Claims, error)         { return nil, nil } // no method
`

// method returns a method of a type, or of an interface; a function of the package without a type.
func method(pkg *types.Package, typ, name string) *types.Func {
	if typ == "" {
		return pkg.Scope().Lookup(name).(*types.Func)
	}
	obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(pkg.Scope().Lookup(typ).Type()), true, pkg, name)
	if obj == nil {
		obj, _, _ = types.LookupFieldOrMethod(pkg.Scope().Lookup(typ).Type(), true, pkg, name)
	}
	return obj.(*types.Func)
}

// A call through an interface means all methods of its name and types, one by name means itself.
func TestKeys(t *testing.T) {
	pkg := enginetest.Check(t, shapes).Pkg
	asked := KeyOf(method(pkg, "parser", "Parse"))
	name, form := Keys(method(pkg, "tokens", "Parse"))
	if asked != form || asked == name || KeyOf(method(pkg, "tokens", "Parse")) != name {
		t.Error("a method that implements an interface is not what the interface asks for")
	}
	if _, form := Keys(method(pkg, "other", "Parse")); form == asked {
		t.Error("a method of other types is")
	}
	if _, form := Keys(method(pkg, "", "Parse")); form != 0 {
		t.Error("a function has a form")
	}
	if KeyOf(method(pkg, "parser", "All")) == KeyOf(method(pkg, "parser", "List")) {
		t.Error("names do not count")
	}
	_, variadic := Keys(method(pkg, "tokens", "All"))
	if KeyOf(method(pkg, "parser", "All")) != variadic {
		t.Error("a variadic method is not what the interface asks for")
	}
}

// Methods that are not exported belong to their package: another one has them for itself.
func TestKeysOfPackages(t *testing.T) {
	const src = `type T struct{}; func (T) parse(string) error { return nil }; func (T) Parse(string) error { return nil }`
	a := enginetest.Check(t, src).Pkg
	fn := method(a, "T", "parse")
	elsewhere := types.NewFunc(0, types.NewPackage("example.com/q", "q"), "parse", fn.Signature())
	exported := types.NewFunc(0, types.NewPackage("example.com/q", "q"), "Parse", fn.Signature())
	_, own := Keys(fn)
	if _, form := Keys(elsewhere); form == own {
		t.Error("methods that are not exported are one in two packages")
	}
	_, own = Keys(method(a, "T", "Parse"))
	if _, form := Keys(exported); form != own {
		t.Error("exported methods of two packages are two")
	}
}

// The functions of a program, by small keys. What is behind a form is the sum of its methods.
const (
	handler Key = iota + 1
	parse
	sign
	keep
	look
	loop
	check
	anyStore // the form of keep and look
	missing
)

var program = Table{Funcs: []Func{
	{Name: handler, Calls: []Key{parse, sign}},
	{Name: parse, Verifies: true, Asks: []Key{look}},
	{Name: sign, Signs: true, Calls: []Key{loop}},
	{Name: keep, Form: anyStore, Effect: effects.Writes},
	{Name: look, Form: anyStore, Effect: effects.Reads},
	{Name: loop, Calls: []Key{sign}},
	{Name: check, Compares: true},
}}

func TestEffect(t *testing.T) {
	p := Link(program)
	for _, c := range []struct {
		keys []Key
		want effects.Effect
	}{
		{nil, effects.None},
		{[]Key{handler}, effects.None}, // asking is no effect of a call that may do anything
		{[]Key{look}, effects.Reads},
		{[]Key{keep}, effects.Writes},
		{[]Key{anyStore}, effects.Writes},
		{[]Key{loop}, effects.None},
		{[]Key{missing}, effects.Unknown},
		{[]Key{look, missing}, effects.Unknown},
		{[]Key{keep, missing}, effects.Writes},
	} {
		if got := p.Effect(c.keys...); got != c.want {
			t.Errorf("%v: got %v, want %v", c.keys, got, c.want)
		}
	}
}

// Where something is not known, only what is known to write changes anything.
func TestChanges(t *testing.T) {
	p := Link(program)
	for k, want := range map[Key]bool{handler: false, parse: false, keep: true, anyStore: true, missing: false} {
		if got := p.Changes(k); got != want {
			t.Errorf("%v: got %t", k, got)
		}
	}
	more := Table{Funcs: []Func{{Name: look, Form: anyStore, Calls: []Key{keep}}}}
	more.Add(Table{Funcs: program.Funcs[:4]})
	if !Link(more).Changes(parse) {
		t.Error("what a function asks for changes nothing, although it calls what does")
	}
}

// A form verifies, signs or compares where all that it can be does, and a function that is not known
// does nothing of it.
func TestAll(t *testing.T) {
	p := Link(program)
	if !p.Verify(parse) || !p.Verify(handler) || p.Verify(sign) || p.Verify(missing) {
		t.Error("verifies")
	}
	if !p.Sign(sign) || !p.Sign(loop) || p.Sign(parse) || p.Sign(missing) {
		t.Error("signs")
	}
	if !p.Compare(check) || p.Compare(handler) || p.Compare(missing) {
		t.Error("compares")
	}
	const form Key = 100
	both := Table{Funcs: []Func{
		{Name: 1, Form: form, Verifies: true, Compares: true}, {Name: 2, Form: form},
	}}
	if p := Link(both); p.Verify(form) || p.Compare(form) {
		t.Error("one of two methods is enough")
	}
}

func TestCallers(t *testing.T) {
	p := Link(Table{Funcs: []Func{
		{Name: handler, Effect: effects.Writes, Calls: []Key{parse}},
		{Name: look, Asks: []Key{sign}, Effect: effects.Reads},
		{Name: loop, Calls: []Key{check, keep}},
		{Name: keep, Effect: effects.Writes},
	}})
	for k, want := range map[Key]effects.Effect{
		parse: effects.Writes, sign: effects.Reads, check: effects.Writes, handler: effects.None,
	} {
		if got := p.Callers(k); got != want {
			t.Errorf("%v: got %v, want %v", k, got, want)
		}
	}
}

// What is added twice counts once, and of a program with too many functions nothing is known.
func TestAdd(t *testing.T) {
	var table Table
	table.Add(program)
	table.Add(program)
	if len(table.Funcs) != len(program.Funcs) || table.Full {
		t.Errorf("got %d functions", len(table.Funcs))
	}
	var many Table
	for k := range most + 1 {
		many.Funcs = append(many.Funcs, Func{Name: Key(k + 1)})
	}
	table.Add(many)
	if !table.Full || len(table.Funcs) > 0 || Link(table).Effect(keep) != effects.Unknown {
		t.Errorf("got %d functions, %t", len(table.Funcs), table.Full)
	}
	table.Add(program)
	if len(table.Funcs) > 0 {
		t.Error("some are known of a program with too many")
	}
}
