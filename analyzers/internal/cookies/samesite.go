package cookies

// This file is about the SameSite that one call sets for all cookies of a request, as a middleware
// of another package can:
//
//	package auth // c.SetCookie("token", signed, 900, "/", "", true, true)
//	package main // router.Use(func(c *gin.Context) { c.SetSameSite(http.SameSiteLaxMode) })
//
// Only main knows that nobody calls it.

import (
	"cmp"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// SameSite is the fact about a package, with those that it imports, that sets the SameSite of a
// request or leaves it to others.
type SameSite struct {
	Sets    bool
	Lacking []Lacking
}

// Lacking is a cookie with a token that lacks nothing but the SameSite of its request.
type Lacking struct {
	files.Place
	Label string
}

// AFact marks the type as a fact.
func (*SameSite) AFact() {}

// maxLacking is how many cookies a fact names.
const maxLacking = 32

// sameSiteOf returns what the package itself does.
func (p *Reader) sameSiteOf(pass *analysis.Pass) SameSite {
	var out SameSite
	if out.Sets = slices.ContainsFunc(p.Calls.All, setsRequest); out.Sets {
		return out
	}
	for _, c := range p.Cookies() {
		if c.LacksOnlyRequest() && len(out.Lacking) < maxLacking {
			out.Lacking = append(out.Lacking, Lacking{files.PlaceOf(pass, c), c.Label()})
		}
	}
	return out
}

// setsRequest reports whether a call sets the SameSite of all cookies that are sent after it.
func setsRequest(c *calls.Call) bool {
	return c.Verb == model.Cookie && len(c.Args(model.SameSite)) > 0 && c.On != nil &&
		len(c.Args(model.Whole)) == 0
}

// LacksOnlyRequest reports whether the cookie carries a token and has all flags but a SameSite,
// which this package does not set and a middleware can.
func (c *Cookie) LacksOnlyRequest() bool {
	if c.Flag(model.SameSite) != FlagPerRequest || !c.Token() || c.IsDeletion() {
		return false
	}
	return !slices.ContainsFunc([]model.Role{model.Secure, model.HTTPOnly}, func(r model.Role) bool {
		return c.Flag(r) != FlagOn && c.Flag(r) != FlagUnsure
	})
}

// exportSameSite says what a package and its imports do: importers of this package need not see
// those.
func exportSameSite(pass *analysis.Pass, own SameSite) {
	imported := sameSiteOfImports(pass)
	own.Sets = own.Sets || imported.Sets
	if own.Sets {
		own.Lacking = nil
	} else {
		own.Lacking = append(own.Lacking, imported.Lacking...)
		own.Lacking = own.Lacking[:min(len(own.Lacking), maxLacking)]
	}
	if own.Sets || len(own.Lacking) > 0 {
		pass.ExportPackageFact(&own)
	}
}

// SameSiteOf returns what the imports of the package of the pass do: the cookies are those that stay
// without a SameSite. The analyzer of the pass requires [Analyzer].
func SameSiteOf(pass *analysis.Pass) SameSite {
	return sameSiteOfImports(pass.ResultOf[Analyzer].(*Facts).pass)
}

func sameSiteOfImports(pass *analysis.Pass) SameSite {
	var out SameSite
	for _, f := range pass.AllPackageFacts() {
		fact, ok := f.Fact.(*SameSite)
		if !ok || f.Package == pass.Pkg {
			continue
		}
		out.Sets = out.Sets || fact.Sets
		for _, l := range fact.Lacking {
			if !slices.Contains(out.Lacking, l) {
				out.Lacking = append(out.Lacking, l)
			}
		}
	}
	slices.SortFunc(out.Lacking, Lacking.compare)
	if out.Sets {
		out.Lacking = nil
	}
	return out
}

func (l Lacking) compare(m Lacking) int {
	return cmp.Or(cmp.Compare(l.Pkg, m.Pkg), cmp.Compare(l.File, m.File),
		cmp.Compare(l.Line, m.Line), cmp.Compare(l.Col, m.Col))
}
