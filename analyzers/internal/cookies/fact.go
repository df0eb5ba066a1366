package cookies

import (
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
)

// Analyzer exports a fact for each package that sends tokens as cookies:
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
	FactTypes:  []analysis.Fact{(*Sends)(nil)},
}

// Sends is the fact about a package that sends tokens as cookies.
type Sends struct{}

// AFact marks the type as a fact.
func (*Sends) AFact() {}

func run(pass *analysis.Pass) (any, error) {
	calls.Inspect(pass, func(p *calls.Package) {
		if slices.ContainsFunc(New(p, sinks.New(pass, p)).Cookies(), (*Cookie).Token) {
			pass.ExportPackageFact(&Sends{})
		}
	})
	return &Facts{pass}, nil
}

// Facts gives access to the facts of other packages.
type Facts struct{ pass *analysis.Pass }

// Sent reports whether the package of the pass, or one that it imports at any distance, sends
// tokens as cookies. The analyzer of the pass requires [Analyzer].
func Sent(pass *analysis.Pass) bool {
	return len(pass.ResultOf[Analyzer].(*Facts).pass.AllPackageFacts()) > 0
}
