// Package claims answers which claims a token will contain and what the token is for, from the
// code that builds its payload. jwtexpiry, jwtsecret, jwtleak, jwtcookie and jwtverify ask it:
//
//	claims := jwt.MapClaims{"sub": user.ID}         // a literal of a map
//	claims := Claims{StandardClaims: standard}      // a literal of a struct, with embedded claims
//	claims["exp"] = time.Now().Add(time.Hour).Unix() // an assignment
//	builder.Expiration(time.Now().Add(time.Hour))   // a setter
package claims

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/conditions"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Reader collects the claims that the calls of one package sign.
type Reader struct {
	calls.View
	sinks      *sinks.Reader
	conditions *conditions.Reader
	facts      *Facts
	payloads   map[*calls.Call]*Payload
	sent       []ast.Expr // see responses; these are nil before the first question
	escapes    []ast.Expr // see escaping
	lives      []Handed   // see Lifetimes
}

// New returns the reader of a package for an analyzer that requires [Analyzer] and
// [sinks.Analyzer].
func New(pass *analysis.Pass, p *calls.Package) *Reader {
	return newReader(pass, p, pass.ResultOf[Analyzer].(*Facts))
}

func newReader(pass *analysis.Pass, p *calls.Package, facts *Facts) *Reader {
	return &Reader{
		View: p.View, sinks: sinks.New(pass, p), conditions: conditions.New(p.Index, p.Origin),
		facts: facts, payloads: map[*calls.Call]*Payload{},
	}
}

// Payload is the claims that a call signs.
type Payload struct {
	Complete bool         // all code that can set a claim is seen
	Claims   []Claim      // in no order
	Types    []types.Type // those of the values in Origins
	Origins  []ast.Node   // the literals and constructor calls that make the payload
	Path     *origin.Path // the callers that hand them over, nil where all are meant
}

// Claim is one place that sets a claim.
type Claim struct {
	Name     string   // as in the JSON of the token
	Key      ast.Node // the key or field name that names it
	Value    ast.Expr
	In       ast.Expr // the literal that sets it, or the map or struct that it is stored into
	Lifetime bool     // the value is a duration from now, not a point in time
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

// addOrigins adds what the origins of a payload, or of a struct that it embeds, make and set.
func (p *Reader) addOrigins(pay *Payload, tr origin.Trace) {
	if len(tr.Origins) == 0 {
		pay.Complete = false
	}
	for _, o := range tr.Origins {
		if !p.addOrigin(pay, o) && o.Kind != origin.Nothing {
			pay.Complete = false
		}
	}
}

// addOrigin adds one origin and reports whether all that it sets is seen.
func (p *Reader) addOrigin(pay *Payload, o *origin.Origin) bool {
	switch at := o.At.(type) {
	case *ast.Ident:
		if o.Kind == origin.Object { // var claims Claims
			p.addEmpty(pay, at)
			return true
		}
	case *ast.CompositeLit:
		if o.Kind == origin.Object {
			p.addLiteral(pay, at)
			return true
		}
	case *ast.CallExpr:
		if o.Kind == origin.Object && p.Info.Types[at.Fun].IsBuiltin() { // make, new
			p.addEmpty(pay, at)
			return true
		}
		if b := p.Calls.Constructor(o); b != nil && b.Via == nil {
			p.addBuilder(pay, b)
			return true
		}
	}
	return false
}

// addEmpty adds a declaration or a call that makes a payload without claims.
func (p *Reader) addEmpty(pay *Payload, made ast.Expr) {
	pay.Origins = append(pay.Origins, made)
	pay.Types = append(pay.Types, p.Info.TypeOf(made))
}

// addLiteral adds the claims of one literal and of the structs that it embeds.
func (p *Reader) addLiteral(pay *Payload, lit *ast.CompositeLit) {
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
			p.addEntry(pay, Claim{Key: kv.Key, Value: kv.Value, In: lit}, kv.Key)
		case st != nil && keyed:
			if id, ok := kv.Key.(*ast.Ident); ok {
				if v, ok := p.Info.ObjectOf(id).(*types.Var); ok {
					p.addField(pay, Claim{Key: id, Value: kv.Value, In: lit}, st, v)
				}
			}
		case st != nil && i < st.NumFields():
			p.addField(pay, Claim{Key: el, Value: el, In: lit}, st, st.Field(i))
		}
	}
}

// addEntry adds a claim under the names that a key can be; an unknown key can be any claim.
func (p *Reader) addEntry(pay *Payload, c Claim, key ast.Expr) {
	names := p.Origin.Strings(key)
	if len(names) == 0 {
		pay.Complete = false
	}
	for _, n := range names {
		c.Name = n
		pay.Claims = append(pay.Claims, c)
	}
}

// addField adds what the field v of a struct sets: the claim that its tag names, or the claims of
// the struct that it embeds.
func (p *Reader) addField(pay *Payload, c Claim, st *types.Struct, v *types.Var) {
	for i := range st.NumFields() {
		if st.Field(i).Origin() != v.Origin() {
			continue
		}
		name, inline := ClaimName(st, i)
		if reflect.StructTag(st.Tag(i)).Get("json") == "-" {
			continue // encoding/json leaves it out
		}
		if inline {
			p.addOrigins(pay, p.Origin.Trace(c.Value))
			continue
		}
		c.Name = name
		pay.Claims = append(pay.Claims, c)
	}
}

// ClaimName returns the name under which encoding/json writes field i of a struct; inline reports
// that the fields of the embedded struct are written in its place.
func ClaimName(st *types.Struct, i int) (name string, inline bool) {
	tag, _, _ := strings.Cut(reflect.StructTag(st.Tag(i)).Get("json"), ",")
	f := st.Field(i)
	if tag != "" {
		return tag, false
	}
	return f.Name(), f.Embedded() && typing.StructOf(f.Type()) != nil
}
