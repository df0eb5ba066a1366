package claims

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Reader collects the claims that the calls of one package sign.
type Reader struct {
	calls.View
	sinks *sinks.Reader
}

// New returns the reader of a package; known tells what functions of other packages do with claims that they are given.
func New(p *calls.Package, known *sinks.Reader) *Reader { return &Reader{p.View, known} }

// Payload is the claims that a call signs.
type Payload struct {
	Complete bool    // every place that can set a claim is seen
	Claims   []Claim // in no order
	Types    []types.Type
	Origins  []ast.Node // the literals and constructor calls that make the payload
}

// Claim is one place that sets a claim.
type Claim struct {
	Name     string
	Key      ast.Node // the key or field name that names it
	Value    ast.Expr
	In       ast.Expr // the literal that sets it, or what it is stored into
	Lifetime bool     // the value is how long the token lives, not when it ends
}

// Setters returns the places that set a claim.
func (p *Payload) Setters(name string) []Claim {
	var out []Claim
	for _, c := range p.Claims {
		if c.Name == name {
			out = append(out, c)
		}
	}
	return out
}

// Payload collects the claims of a call.
func (p *Reader) Payload(c *calls.Call) *Payload {
	pay := &Payload{}
	args, seen := p.Calls.Resolve(c, model.Claims)
	parts, all := p.Calls.Parts(c, model.Object)
	pay.Complete = seen && all
	for _, e := range args {
		p.literals(pay, p.Origin.Trace(e))
	}
	if len(args) == 0 { // claims that the token's constructor makes
		for _, part := range parts {
			if !part.Option {
				pay.Origins = append(pay.Origins, part.Call.Node)
			}
		}
	}
	if len(pay.Origins) == 0 {
		pay.Complete = false
		return pay
	}
	for _, part := range parts {
		p.set(pay, part.Call)
	}
	p.setters(pay)
	p.stores(pay)
	p.escapes(pay)
	return pay
}

// literals adds the claims that the literals among the births set.
func (p *Reader) literals(pay *Payload, tr origin.Trace) {
	if len(tr.Origins) == 0 {
		pay.Complete = false
	}
	for _, o := range tr.Origins {
		switch at := o.At.(type) {
		case *ast.Ident:
			if o.Kind == origin.Object { // a variable that is declared empty
				pay.Origins = append(pay.Origins, at)
				pay.Types = append(pay.Types, p.Info.TypeOf(at))
				continue
			}
		case *ast.CompositeLit:
			if o.Kind == origin.Object {
				p.literal(pay, at)
				continue
			}
		case *ast.CallExpr:
			if o.Kind == origin.Object && p.Info.Types[at.Fun].IsBuiltin() { // make, new
				pay.Origins = append(pay.Origins, at)
				pay.Types = append(pay.Types, p.Info.TypeOf(at))
				continue
			}
			if b := p.Calls.Constructor(o); b != nil && b.Via == nil {
				p.builder(pay, b)
				continue
			}
		}
		if o.Kind == origin.Nothing {
			continue
		}
		pay.Complete = false
	}
}

// literal adds the claims of one literal and of the structs that it embeds.
func (p *Reader) literal(pay *Payload, lit *ast.CompositeLit) {
	if slices.Contains(pay.Origins, ast.Node(lit)) {
		return
	}
	typ := p.Info.TypeOf(lit)
	pay.Origins = append(pay.Origins, lit)
	pay.Types = append(pay.Types, typ)
	st := typing.StructOf(typ)
	for i, el := range lit.Elts {
		kv, keyed := el.(*ast.KeyValueExpr)
		switch {
		case st == nil && keyed:
			p.entry(pay, lit, kv.Key, kv.Value)
		case st != nil && keyed:
			if id, ok := kv.Key.(*ast.Ident); ok {
				if v, ok := p.Info.ObjectOf(id).(*types.Var); ok {
					p.field(pay, lit, st, v, id, kv.Value)
				}
			}
		case st != nil && i < st.NumFields():
			p.field(pay, lit, st, st.Field(i), el, el)
		}
	}
}

// entry adds what a map entry sets; an unknown key can be any claim.
func (p *Reader) entry(pay *Payload, in, key, value ast.Expr) {
	names := p.Origin.Strings(key)
	if len(names) == 0 {
		pay.Complete = false
	}
	for _, n := range names {
		pay.Claims = append(pay.Claims, Claim{Name: n, Key: key, Value: value, In: in})
	}
}

// field adds what a struct field sets: the claim of its tag, or those of the struct it embeds.
func (p *Reader) field(pay *Payload, in ast.Expr, st *types.Struct, v *types.Var, key ast.Node, value ast.Expr) {
	for i := range st.NumFields() {
		if st.Field(i).Origin() != v.Origin() {
			continue
		}
		name, inline := ClaimName(st, i)
		if inline {
			p.literals(pay, p.Origin.Trace(value))
		} else {
			pay.Claims = append(pay.Claims, Claim{Name: name, Key: key, Value: value, In: in})
		}
	}
}

// ClaimName returns the name under which encoding/json writes a field; inline says that its fields are written in its place.
func ClaimName(st *types.Struct, i int) (name string, inline bool) {
	tag, _, _ := strings.Cut(reflect.StructTag(st.Tag(i)).Get("json"), ",")
	f := st.Field(i)
	if tag != "" {
		return tag, false
	}
	return f.Name(), f.Embedded() && typing.StructOf(f.Type()) != nil
}
