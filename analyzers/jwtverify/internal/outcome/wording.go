package outcome

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// ErrorComparison is a comparison of the text of the error of a verification:
//
//	if err.Error() == "Token is expired" {
//	if strings.Contains(err.Error(), "expired") {
type ErrorComparison struct {
	ast.Expr             // the comparison
	Err      ast.Expr    // the error
	Text     string      // the constant that it is compared with
	Call     *calls.Call // the call that verifies
	Not      bool        // it holds when the texts differ
}

// ErrorComparisons returns the comparisons of the texts of errors that verifications return.
func (p *Reader) ErrorComparisons() []ErrorComparison {
	return (&wordings{Reader: p}).comparisons()
}

// wordings finds what a package compares the texts of errors with.
type wordings struct {
	*Reader
	texts []string // see isMadeHere
}

func (p *wordings) comparisons() []ErrorComparison {
	var out []ErrorComparison
	add := func(e ast.Expr, not bool, sides ...ast.Expr) {
		for i, s := range sides {
			err := p.errorText(s)
			if err == nil || p.converts(p.Index.FuncAt(e.Pos())) {
				continue
			}
			c := p.verificationOf(err)
			for j, other := range sides {
				if text := p.Index.Text(other); c != nil && i != j && text != "" && p.isOfLibrary(c, text) &&
					!p.isOwn(other) && !p.isMadeHere(text) {
					out = append(out, ErrorComparison{e, err, text, c, not})
					return
				}
			}
		}
	}
	for _, t := range p.Index.Tests {
		add(t, t.Op == token.NEQ, t.X, t.Y)
	}
	for _, c := range p.Index.Calls {
		if b, ok := p.Info.TypeOf(c).(*types.Basic); ok && b.Info()&types.IsBoolean != 0 {
			add(c, false, c.Args...)
		}
	}
	return out
}

// converts reports whether a function makes an error of another one, and nothing else.
//
//	func (p *Provider) convert(err error) error
func (p *wordings) converts(fn ast.Node) bool {
	sig := p.Index.Signature(fn)
	return sig != nil && sig.Results().Len() == 1 && typing.IsError(sig.Results().At(0).Type()) &&
		slices.ContainsFunc(slices.Collect(sig.Params().Variables()), func(v *types.Var) bool {
			return typing.IsError(v.Type())
		})
}

// isOfLibrary reports whether a text is that of the error of a library. A function of another package
// can return errors of its own: there it has to be a phrase that a library begins with.
//
//	user, err := accounts.Verify(raw)
//	if strings.Contains(err.Error(), "not found") {}
func (p *wordings) isOfLibrary(c *calls.Call, text string) bool {
	if c.Via != nil {
		return model.BeginsErrorText(text)
	}
	return model.InErrorText(text)
}

// isMadeHere reports whether this package makes errors with a text:
//
//	return errors.New("invalid token")
//	if strings.Contains(err.Error(), "invalid") {}
func (p *wordings) isMadeHere(text string) bool {
	if p.texts == nil {
		p.texts = []string{}
		for _, c := range p.Index.Calls {
			if sig, _ := p.Index.Row(c); sig == nil || sig.Index(model.Wrapped) < 0 {
				continue
			}
			for _, a := range c.Args {
				if made := p.Index.Text(a); made != "" {
					p.texts = append(p.texts, made)
				}
			}
		}
	}
	return slices.ContainsFunc(p.texts, func(made string) bool { return strings.Contains(made, text) })
}

// isOwn reports whether a text is a constant that this package gives errors of its own:
//
//	const codeInvalid = "INVALID_TOKEN"
//	return newError(codeInvalid)
//	if strings.Contains(err.Error(), codeInvalid) {}
func (p *wordings) isOwn(text ast.Expr) bool {
	obj, ok := p.Index.Used(text).(*types.Const)
	return ok && obj.Pkg() == p.Pkg && slices.ContainsFunc(p.Index.Mentions(obj), func(id *ast.Ident) bool {
		c, ok := p.Index.Outer(id).(*ast.CallExpr)
		return ok && !typing.IsBool(typing.OrInvalid(p.Info.TypeOf(c)))
	})
}

// errorText returns x where e is x.Error(), nil otherwise.
func (p *wordings) errorText(e ast.Expr) ast.Expr {
	c, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(c.Args) > 0 {
		return nil
	}
	sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Error" || !typing.IsError(typing.OrInvalid(p.Info.TypeOf(sel.X))) {
		return nil
	}
	return sel.X
}
