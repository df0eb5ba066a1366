package calls

import (
	"go/ast"
	"go/types"
	"net"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Serves is what a package does for those who send requests.
type Serves struct {
	Listens bool // answers them until the program ends
	Tokens  bool // gives tokens out or lets in who has one, or imports what does
	Sealed  bool // encrypts connections, or knows that something in front of it does
}

// AFact marks the type as a fact.
func (*Serves) AFact() {}

// advice holds whether what is known of connections is looked for. Every analyzer that tells of it adds the value of its flag.
var advice []*bool

// Advise has what a program does about the encryption of its own connections looked for once the flag is set.
func Advise(flag *bool) { advice = append(advice, flag) }

func advised() bool { return slices.ContainsFunc(advice, func(flag *bool) bool { return *flag }) }

// served says to importing packages whether this one answers requests and what it knows of the connections that they come by.
func served(pass *analysis.Pass, own []*ast.File) Serves {
	var s Serves
	imports := func(is func(path string) bool) bool {
		return slices.ContainsFunc(pass.Pkg.Imports(), func(imp *types.Package) bool { return is(imp.Path()) })
	}
	if imports(model.Serves) {
		for _, obj := range pass.TypesInfo.Uses {
			if sig := model.Of(obj, ""); sig != nil && sig.Verb == model.Listen {
				s.Listens = true
				break
			}
		}
	}
	s.Sealed = advised() && (imports(model.Seals) || seals(pass, own))
	if s != (Serves{}) {
		pass.ExportPackageFact(&s)
	}
	return s
}

// seals reports whether a package uses what encrypts connections or tells of it, or mentions that something in front does.
func seals(pass *analysis.Pass, own []*ast.File) bool {
	for _, obj := range pass.TypesInfo.Uses {
		if model.Sealing(obj) {
			return true
		}
	}
	return slices.ContainsFunc(own, func(f *ast.File) bool {
		data, err := files.Read(pass, pass.Fset.File(f.FileStart).Name())
		return err == nil && model.Fronted(string(data))
	})
}

// serves reports whether this package, or one that it imports, answers requests.
func (p *Package) serves() bool {
	return p.anyServes(func(s *Serves, _ *types.Package) bool { return s.Listens })
}

// anyServes reports whether a fact of this package, or of one that it imports, is so.
func (p *Package) anyServes(is func(*Serves, *types.Package) bool) bool {
	return slices.ContainsFunc(p.pass.AllPackageFacts(), func(f analysis.PackageFact) bool {
		s, ok := f.Fact.(*Serves)
		return ok && is(s, f.Package)
	})
}

// program reports whether a fact of this package, or of one of its program that it imports, is so.
func (p *Package) program(is func(*Serves) bool) bool {
	return p.anyServes(func(s *Serves, by *types.Package) bool { return is(s) && p.kin(by) })
}

// answers says to importing packages that this one, or one of its program that it imports, gives out or accepts tokens.
func (p *Package) answers(s Serves) {
	if !advised() {
		return
	}
	s.Tokens = p.welcomes() || p.program(func(s *Serves) bool { return s.Tokens })
	if s.Tokens {
		p.pass.ExportPackageFact(&s)
	}
}

// welcomes reports whether the package lets in who has a token, or gives one to who asks.
func (p *Package) welcomes() bool {
	return slices.ContainsFunc(p.Calls, func(c *Call) bool { return c.Verb == model.Verify || c.Verb == model.Guard }) ||
		slices.ContainsFunc(p.Cookies(), (*Cookie).Token) ||
		slices.ContainsFunc(p.Sinks(), func(s Sink) bool {
			return s.To == model.Answered && slices.ContainsFunc(p.Ingredients(s.Arg), func(in origin.Ingredient) bool {
				in.Encoded = true
				return p.Secret(in).Role == model.Token
			})
		})
}

// kin reports whether another package belongs to the program of this one rather than to a library: to the same module or,
// where the driver does not say which that is, to the same repository.
func (p *Package) kin(other *types.Package) bool {
	if m := p.pass.Module; m != nil && m.Path != "" {
		return other.Path() == m.Path || strings.HasPrefix(other.Path(), m.Path+"/")
	}
	return repository(other.Path()) == repository(p.pass.Pkg.Path())
}

// repository returns what the import paths of one repository have in common: host, owner and name, or the name alone.
func repository(path string) string {
	parts, n := strings.Split(path, "/"), 1
	if strings.Contains(parts[0], ".") {
		n = min(3, len(parts))
	}
	return strings.Join(parts[:n], "/")
}

// Listening returns the calls by which a program that gives out or accepts tokens answers requests over connections that
// others can listen to: nil where this package, or one of its program that it imports, encrypts connections or knows that
// something in front of it does. What listens at addresses of the machine itself is left out, what listens where cannot be
// seen, and what answers operators only, beside what answers everybody.
func (p *Package) Listening() []*Call {
	if !p.program(func(s *Serves) bool { return s.Tokens }) || p.program(func(s *Serves) bool { return s.Sealed }) {
		return nil
	}
	var out, beside []*Call
	for _, c := range p.Calls {
		switch {
		case c.Verb != model.Listen || p.wrapped(c) || !p.exposed(c):
		case p.aside(c):
			beside = append(beside, c)
		default:
			out = append(out, c)
		}
	}
	if out == nil {
		return beside
	}
	return out
}

// aside reports whether what answers is a handler that others made as it is, such as one for profiles or metrics.
func (p *Package) aside(c *Call) bool {
	handlers, _ := p.Resolve(c, model.Handler)
	return len(handlers) > 0 && !slices.ContainsFunc(handlers, func(h ast.Expr) bool {
		made, ok := ast.Unparen(h).(*ast.CallExpr)
		if !ok {
			return !p.pass.TypesInfo.Types[h].IsNil()
		}
		fn, ok := p.callee(made).(*types.Func)
		return !ok || len(made.Args) > 0 || fn.Pkg() == nil || p.kin(fn.Pkg())
	})
}

// wrapped reports whether a call is told of where the package that it is made by calls the library.
func (p *Package) wrapped(c *Call) bool {
	return c.Via != nil && p.anyServes(func(s *Serves, by *types.Package) bool { return s.Tokens && by == c.Via.Pkg() })
}

// exposed reports whether others can reach what listens.
func (p *Package) exposed(c *Call) bool {
	sig := model.Of(c.Callee, "")
	bound, seen := p.Resolve(c, model.Bound)
	if sig != nil && sig.Recv == model.None && sig.Index(model.Bound) < 0 && (!seen || len(bound) == 0) || p.blank(bound) {
		return false // a listener that is made elsewhere, as frameworks are given one before an empty address, or settings
	}
	networks, _ := p.Resolve(c, model.Scheme)
	return !slices.ContainsFunc(networks, p.socket) && !slices.ContainsFunc(bound, p.loopback)
}

// socket reports whether the name of a network can be that of sockets in the file system.
func (p *Package) socket(network ast.Expr) bool {
	return slices.ContainsFunc(p.Texts(network), func(t string) bool { return strings.HasPrefix(t, "unix") })
}

// loopback reports whether an address that a server listens at can be one of the machine itself.
func (p *Package) loopback(address ast.Expr) bool {
	texts := p.Texts(address) // defaults of flags and settings among them
	for _, way := range p.Wordings(address) {
		text := ""
		for i := 0; i < len(way) && way[i].Expr == nil; i++ {
			text += way[i].Text
		}
		texts = append(texts, text)
	}
	return slices.ContainsFunc(texts, func(text string) bool {
		host, _, err := net.SplitHostPort(text)
		if err != nil {
			host = strings.Trim(text, "[]")
		}
		ip := net.ParseIP(host)
		return host == "localhost" || ip != nil && ip.IsLoopback()
	})
}
