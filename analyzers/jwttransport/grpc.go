package jwttransport

// This file follows gRPC credentials to the clients that send them:
//
//	func (c creds) RequireTransportSecurity() bool { return false } // plaintextAllowed
//	grpc.WithTransportCredentials(insecure.NewCredentials())        // plaintextOption
//	grpc.NewClient("dns:///api.example.com:443", option)            // publicHost

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// allowsPlaintext returns what a method of this package returns by which credentials are sent
// without encryption, nil for none.
func (c *check) allowsPlaintext(call *calls.Call) ast.Expr {
	for _, e := range call.Args(model.Object) {
		for _, o := range c.Origin.Trace(e).Origins {
			at, ok := o.At.(ast.Expr)
			if !ok || o.Kind != origin.Object {
				continue
			}
			if r := c.plaintextAllowed(c.Info.TypeOf(at), call.Node); r != nil {
				return r
			}
		}
	}
	return nil
}

// plaintextAllowed returns the constant no that the method of a type gives which says whether
// encryption is required.
func (c *check) plaintextAllowed(t types.Type, call ast.Node) ast.Expr {
	made, ok := call.(*ast.CallExpr)
	if !ok {
		return nil
	}
	sig, ok := c.Info.TypeOf(made.Fun).Underlying().(*types.Signature)
	if !ok || sig.Params().Len() == 0 {
		return nil
	}
	wants, ok := sig.Params().At(0).Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	for m := range wants.Methods() {
		if row := model.Of(m, ""); row == nil || row.Result(0) != model.Required {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(t, true, c.Pkg, m.Name())
		fn, _ := obj.(*types.Func)
		if fn == nil || c.Index.Decls[fn] == nil {
			continue
		}
		tr := c.Origin.Results(c.Index.Decls[fn], 0)
		if len(tr.Origins) == 1 && tr.Origins[0].Value != nil &&
			tr.Origins[0].Value.Kind() == constant.Bool &&
			!constant.BoolVal(tr.Origins[0].Value) {
			r, _ := tr.Origins[0].At.(ast.Expr)
			return r
		}
	}
	return nil
}

// clients returns the gRPC clients of this package that an option is given to.
func (c *check) clients(option *calls.Call) []*calls.Call {
	var out []*calls.Call
	for _, call := range c.Calls.All {
		if call.Verb == model.Fetch && len(call.Args(model.Target)) > 0 &&
			c.given(call, model.Options, option.Node) {
			out = append(out, call)
		}
	}
	return out
}

// given reports whether an argument of a call in a role can be the value that is made at a node.
func (c *check) given(call *calls.Call, r model.Role, made ast.Node) bool {
	return slices.ContainsFunc(call.Args(r), func(e ast.Expr) bool {
		return slices.ContainsFunc(c.Origin.Elements(e), func(el ast.Expr) bool {
			return c.Origin.Trace(el).ComesFrom(made)
		})
	})
}

// plaintextOption returns the option by which a gRPC client connects without encryption, nil where
// it does not or where that cannot be seen.
func (c *check) plaintextOption(dial *calls.Call) ast.Expr {
	for _, option := range dial.Args(model.Options) {
		for _, e := range c.Origin.Elements(option) {
			for _, o := range c.Origin.Trace(e).Origins {
				if c.isPlaintext(o, 0) {
					return e
				}
			}
		}
	}
	return nil
}

// isPlaintext reports whether what is made at an origin says that a connection is not encrypted.
func (c *check) isPlaintext(o *origin.Origin, depth int) bool {
	b := c.Calls.Constructor(o)
	if b == nil || depth > 2 {
		return false
	}
	if sig := model.Of(b.Callee, ""); sig != nil && sig.Result(0) == model.Plaintext {
		return true
	}
	return slices.ContainsFunc(b.Args(model.Client), func(e ast.Expr) bool {
		return slices.ContainsFunc(c.Origin.Trace(e).Origins, func(o *origin.Origin) bool {
			return c.isPlaintext(o, depth+1)
		})
	})
}

// publicHost returns the host that a gRPC client calls over a network that others share, "" where
// that is not known.
func (c *check) publicHost(dial *calls.Call) string {
	for _, e := range dial.Args(model.Target) {
		for _, text := range c.Origin.Strings(e) {
			if host := target(text); host != "" && !harmless(host) {
				return host
			}
		}
	}
	return ""
}

// private reports whether a gRPC client can be seen to call nothing but the machine itself and
// hosts of its own network.
func (c *check) private(dial *calls.Call) bool {
	for _, e := range dial.Args(model.Target) {
		texts := c.Origin.Strings(e)
		if len(texts) == 0 || len(texts) < len(c.Origin.Trace(e).Origins) ||
			slices.ContainsFunc(texts, func(t string) bool { return !harmless(target(t)) }) {
			return false
		}
	}
	return len(dial.Args(model.Target)) > 0
}

// target returns the host of what a gRPC client is given to call: dns:///host:port, unix:path,
// host:port.
func target(text string) string {
	scheme, _, ok := strings.Cut(text, ":")
	if ok && strings.HasPrefix(scheme, "unix") {
		return "unix"
	}
	text = text[strings.LastIndex(text, "/")+1:]
	if strings.HasPrefix(text, "[") {
		host, _, _ := strings.Cut(text[1:], "]")
		return host
	}
	host, _, _ := strings.Cut(text, ":")
	return host
}
