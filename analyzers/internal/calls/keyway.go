package calls

import (
	"go/ast"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// This file tells the ways of a keyfunc apart. A key of another type is one of another algorithm,
// and says nothing of the key beside it; of one type, one can be the fallback of the other:
//
//	func(t *jwt.Token) (any, error) {
//		if _, ok := t.Method.(*jwt.SigningMethodRSA); ok {
//			return publicKey, nil                        // *rsa.PublicKey: one way
//		}
//		if s := os.Getenv("JWT_SECRET"); s != "" {
//			return []byte(s), nil                        // []byte: another
//		}
//		return []byte("dev"), nil                        // the same
//	}

// keyWays collects the keys of one keyfunc by their types. seen ends the walk through functions
// that call each other.
type keyWays struct {
	*Package
	seen   map[ast.Node]bool
	types  []types.Type
	traces []origin.Trace
	none   []origin.Trace // of results that are never a key
}

// keysOf returns the keys that a keyfunc can return, one trace for each type of key.
func (p *Package) keysOf(fn ast.Node) []origin.Trace {
	w := &keyWays{Package: p, seen: map[ast.Node]bool{}}
	w.add(fn)
	if len(w.traces) == 0 {
		return w.none
	}
	return w.traces
}

// add adds what a function returns first.
func (w *keyWays) add(fn ast.Node) {
	if w.seen[fn] {
		return
	}
	w.seen[fn] = true
	for _, r := range w.Origin.Failures.ReturnsOf(fn, nil) {
		if len(r.Results) == 0 { // its results have names
			w.put(nil, w.Origin.Results(fn, 0))
			return
		}
		w.expr(r.Results[0])
	}
}

// expr adds an expression that is returned, or the results of a function of this package that
// returns any type of key.
func (w *keyWays) expr(e ast.Expr) {
	t := typing.FirstOf(w.Info.TypeOf(e))
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && t != nil && types.IsInterface(t) {
		if fn, ok := w.Index.Callee(call).(*types.Func); ok && w.Index.Decls[fn] != nil {
			w.add(w.Index.Decls[fn])
			return
		}
	}
	w.put(t, w.Origin.Local(e))
}

// put adds a trace to those of the same type. Libraries take string and []byte: a string type of
// somebody's own is a mark, as that of a library which allows no signature.
func (w *keyWays) put(t types.Type, tr origin.Trace) {
	if tr.Only(origin.Nothing) || typing.TypeName(t) != nil && typing.IsString(t) {
		w.none = append(w.none, tr)
		return
	}
	for i, u := range w.types {
		if t == u || t != nil && u != nil && types.Identical(t, u) {
			w.traces[i].Add(tr)
			return
		}
	}
	var own origin.Trace
	own.Add(tr)
	w.types, w.traces = append(w.types, t), append(w.traces, own)
}
