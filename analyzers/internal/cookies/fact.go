package cookies

import (
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
)

// Analyzer says to importing packages which packages send tokens as cookies.
var Analyzer = &analysis.Analyzer{
	Name:       "jwtcookies",
	Doc:        "find the packages that send tokens as cookies",
	Run:        run,
	Requires:   []*analysis.Analyzer{calls.Analyzer, sinks.Analyzer},
	ResultType: reflect.TypeFor[*Facts](),
	FactTypes:  []analysis.Fact{(*Sends)(nil)},
}

// Sends is said of a package that sends tokens as cookies.
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

// Facts knows which packages send tokens as cookies.
type Facts struct{ pass *analysis.Pass }

// Sent reports whether the package of the pass, or one that it imports at any distance, sends tokens as cookies. The
// analyzer of the pass requires [Analyzer].
func Sent(pass *analysis.Pass) bool {
	return len(pass.ResultOf[Analyzer].(*Facts).pass.AllPackageFacts()) > 0
}
