package survey

// This file looks at logins: a password is compared with its digest, and a token is issued.
//
//	if err := bcrypt.CompareHashAndPassword(user.Hash, []byte(in.Password)); err != nil {
//		return "", errWrong
//	}
//	return s.tokens.Issue(user.ID)

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/jwtlifecycle/internal/linked"
)

// Compares is the fact about a function that compares a password with its digest and returns
// whether it is right.
type Compares struct{}

// AFact marks the type as a fact.
func (*Compares) AFact() {}

// Comparers knows which functions of other packages compare passwords.
type Comparers struct{ pass *analysis.Pass }

// has reports whether a function of another package compares passwords.
func (k Comparers) has(obj types.Object) bool {
	fn, ok := obj.(*types.Func)
	return ok && fn.Pkg() != nil && fn.Pkg() != k.pass.Pkg &&
		k.pass.ImportObjectFact(fn, &Compares{})
}

var (
	issuing = pattern.New(`(generat|creat|issu|sign|new|mak|build|encod|get|mint)[a-z]*_?` +
		`([a-z]+_)*(jwt|token|session|access|auth|pair)`)
	noLogin = pattern.New(`chang|updat|reset|set_?pass|delet|confirm|registe|signup|sign_up|seed|migrat`)
)

// logins looks for functions that compare a password and issue a token, and says of those that only
// compare that they do.
func (s *surveyor) logins(known Comparers) {
	compared := map[ast.Node]*ast.CallExpr{}
	for _, c := range s.measures.LoginsBy(known.has) {
		if s.comparesToken(c) {
			continue
		}
		fn := s.Index.FuncAt(c.Pos())
		d, ok := fn.(*ast.FuncDecl)
		if ok && !s.issuesIn(fn) {
			if obj, ok := s.Info.Defs[d.Name].(*types.Func); ok && s.measures.Tells(d) {
				s.compares[d] = true
				s.pass.ExportObjectFact(obj, &Compares{})
			}
		}
		if fn != nil && compared[fn] == nil {
			compared[fn] = c
		}
	}
	for _, c := range s.Index.Calls {
		fn := s.Index.FuncAt(c.Pos())
		if fn == nil || compared[fn] != c {
			continue
		}
		if spot := s.spot(c); s.logsIn(fn, spot) {
			s.out.Logins = append(s.out.Logins, spot)
		}
	}
	for _, c := range s.Index.Calls { // s.users.Authenticate(name, password)
		of, fn := s.effects.Elsewhere(c), s.Index.FuncAt(c.Pos())
		if of == nil || fn == nil || compared[fn] != nil ||
			!comparing().MatchString(names.Snake(of.Name())) {
			continue
		}
		if spot := s.spot(c); s.logsIn(fn, spot) {
			s.wait(Wait{Spot: spot, Kind: Login, Compare: linked.KeyOf(of)}, nil)
		}
	}
}

var comparing = pattern.New(`auth|login|log_in|sign_?in|compare|check|verif|valid|match|password`)

// logsIn reports whether a function that compares a password is a login: it issues a token, and is
// named after nothing else. A main that does both, for a user that it adds and for its server, is none.
func (s *surveyor) logsIn(fn ast.Node, at Spot) bool {
	if d, ok := fn.(*ast.FuncDecl); ok && d.Name.Name == "main" && d.Recv == nil && s.Pkg.Name() == "main" {
		return false
	}
	return s.issuesIn(fn) && !noLogin().MatchString(names.Snake(at.Func))
}

var ofToken = pattern.New(`token|refresh|api_?key`)

// comparesToken reports whether a call compares a token with its digest, by the name of what is
// compared or called: nobody guesses one.
//
//	bcrypt.CompareHashAndPassword(row.RefreshHash, raw)
//	validateTokenHash(row.Hash, raw)
func (s *surveyor) comparesToken(c *ast.CallExpr) bool {
	list := []string{s.label(c)}
	for _, a := range c.Args {
		list = append(list, syntax.NameOf(a))
	}
	return slices.ContainsFunc(list, func(name string) bool {
		return ofToken().MatchString(names.Snake(name))
	})
}

// issuesIn reports whether a function makes tokens: a call returns one, or its name says so.
func (s *surveyor) issuesIn(fn ast.Node) bool {
	found := false
	ast.Inspect(fn, func(n ast.Node) bool {
		c, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		obj, ok := s.Index.Callee(c).(*types.Func)
		found = ok && (issuing().MatchString(names.Snake(obj.Name())) || s.Origin.IsToken(c))
		return true
	})
	return found
}
