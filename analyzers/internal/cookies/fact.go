package cookies

import (
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/dependency"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
)

// Analyzer exports a fact for each package that sends tokens as cookies which other sites can use:
//
//	http.SetCookie(w, &http.Cookie{Name: "token", Value: signed})
//
// Packages that import it, such as the one that configures CORS, ask [Sent].
var Analyzer = &analysis.Analyzer{
	Name:       "jwtcookies",
	Doc:        "find the packages that send tokens as cookies",
	Run:        run,
	Requires:   []*analysis.Analyzer{calls.Analyzer, sinks.Analyzer},
	ResultType: reflect.TypeFor[*Facts](),
	FactTypes:  []analysis.Fact{(*Sends)(nil), (*Sessions)(nil), (*SameSite)(nil)},
}

// Sends is the fact about a package that sends tokens as cookies which go with the requests of other
// sites, or imports one of its module that does.
type Sends struct{}

// Sessions is the fact about a package that has to do with sessions, with those of its module that it
// imports.
type Sessions struct {
	Login   bool // it keeps in them who is logged in
	Options bool // it says what their cookies are like
}

// AFact marks the type as a fact.
func (*Sends) AFact() {}

// AFact marks the type as a fact.
func (*Sessions) AFact() {}

func run(pass *analysis.Pass) (any, error) {
	var own SameSite
	sends, sessions := false, Sessions{} // of the imports, which importers of this package need not see
	for _, f := range dependency.Facts(pass) {
		switch fact := f.Fact.(type) {
		case *Sends:
			sends = true
		case *Sessions:
			sessions = Sessions{sessions.Login || fact.Login, sessions.Options || fact.Options}
		}
	}
	calls.Inspect(pass, func(p *calls.Package) {
		reader := New(p, sinks.New(pass, p))
		isToken := func(c *Cookie) bool { return c.Token() && !c.isStore() && !c.staysOnSite() }
		sends = sends || slices.ContainsFunc(reader.Cookies(), isToken)
		sessions.Login = sessions.Login || reader.keepsLogin()
		sessions.Options = sessions.Options || reader.setsOptions()
		own = reader.sameSiteOf(pass)
	})
	if sends {
		pass.ExportPackageFact(&Sends{})
	}
	if sessions != (Sessions{}) {
		pass.ExportPackageFact(&sessions)
	}
	exportSameSite(pass, own)
	return &Facts{pass}, nil
}

// Facts gives access to the facts of other packages.
type Facts struct{ pass *analysis.Pass }

// Sent reports whether the package of the pass, or one that it imports at any distance, sends
// tokens as cookies that browsers add to requests of other sites. The analyzer of the pass requires [Analyzer].
func Sent(pass *analysis.Pass) bool {
	facts := pass.ResultOf[Analyzer].(*Facts).pass.AllPackageFacts()
	return slices.ContainsFunc(facts, func(f analysis.PackageFact) bool {
		_, ok := f.Fact.(*Sends)
		return ok
	})
}

// sessions reports whether an imported package, at any distance, has to do with sessions in one
// way.
func (f *Facts) sessions(is func(*Sessions) bool) bool {
	return f != nil && slices.ContainsFunc(f.pass.AllPackageFacts(),
		func(p analysis.PackageFact) bool {
			fact, ok := p.Fact.(*Sessions)
			return ok && p.Package != f.pass.Pkg && is(fact)
		})
}
