package analyzers_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// architecture is what docs/architecture.md promises of the packages below this one. Packages have
// their paths from here: internal/calls, jwtverify, jwtverify/internal/uses.
type architecture struct {
	layers   [][]string        // rooms of the engine; each imports rooms of earlier rows only
	helpers  []string          // packages for tests, which only tests import
	oneAsker map[string]string // rooms that only one check needs, and why they stay in the engine
	large    map[string]string // packages that may have more lines, and why
}

const (
	maxLines   = 1600 // of a package, without its tests
	maxMethods = 32   // of a type
)

var rules = architecture{
	layers: [][]string{
		{"pattern"},
		{"model"},
		{"typing", "names", "address", "category", "files", "script", "memo"},
		{"syntax", "shipped", "report", "settings", "dependency", "gate", "gathered"},
		{"flow", "edit"},
		{"origin"},
		{"guards", "spelling", "quantity", "choosers", "fields", "conditions", "emptiness"},
		{"segment", "sent", "message"},
		{"calls"},
		{"sinks", "secrets", "program", "handlers", "subject", "stores", "fitting"},
		{"claims", "cookies", "denylist", "entries"},
		{"uses", "claimnames"},
		{"algorithm"},
		{"leniency"},
		{"measures"},
	},
	helpers: []string{"internal/enginetest", "internal/progen", "internal/vettest"},
	oneAsker: map[string]string{
		"internal/script": "Inputs of the suite asks it too, and cannot import a folder of " +
			"jwtstorage",
		"internal/shipped": "Inputs of the suite asks it too, and cannot import a folder of " +
			"jwtstorage",
	},
	large: map[string]string{
		"internal/model":  "tables: one file for each library",
		"internal/origin": "one recursion, which cannot be cut into packages",
	},
}

func TestArchitecture(t *testing.T) {
	pkgs, err := sourcesBelow(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	if len(pkgs) < 30 {
		t.Fatalf("%d packages cannot be all", len(pkgs))
	}
	for _, complaint := range rules.complaints(pkgs) {
		t.Error(complaint)
	}
}

// checkOf returns the check to whose folder a package belongs, "" for the engine and the suite.
func checkOf(pkg string) string {
	first, _, _ := strings.Cut(pkg, "/")
	if first == "internal" || first == "." {
		return ""
	}
	return first
}

// layer returns the number of a room's row, -1 for none.
func (a architecture) layer(room string) int {
	return slices.IndexFunc(a.layers, func(row []string) bool {
		return slices.Contains(row, strings.TrimPrefix(room, "internal/"))
	})
}

// complaints says what the packages do against the architecture, sorted.
func (a architecture) complaints(pkgs map[string]*source) []string {
	out := slices.Concat(a.placed(pkgs), a.directions(pkgs), a.lonely(pkgs), a.sizes(pkgs))
	slices.Sort(out)
	return out
}

// placed says which rooms have no layer, and which layers have rooms that are gone.
func (a architecture) placed(pkgs map[string]*source) (out []string) {
	for p := range pkgs {
		engine := strings.HasPrefix(p, "internal/") && !slices.Contains(a.helpers, p)
		if engine && a.layer(p) < 0 {
			out = append(out, p+" has no layer")
		}
	}
	for _, room := range slices.Concat(a.layers...) {
		if pkgs["internal/"+room] == nil {
			out = append(out, "internal/"+room+" is in a layer and nowhere else")
		}
	}
	return out
}

// directions says which imports go upward or aside.
func (a architecture) directions(pkgs map[string]*source) (out []string) {
	for p, s := range pkgs {
		for _, q := range s.imports {
			why := ""
			switch own, other := checkOf(p), checkOf(q); {
			case slices.Contains(a.helpers, q):
				why = "that is for tests"
			case p == "." || other != "" && own == other:
			case other != "" && own == "":
				why = "the engine knows no check"
			case other != "":
				why = "that is another check"
			case own == "" && a.layer(p) >= 0 && a.layer(q) >= a.layer(p):
				why = "that is no layer below"
			}
			if why != "" {
				out = append(out, p+" imports "+q+": "+why)
			}
		}
	}
	return out
}

// lonely says which rooms of the engine fewer than two checks need, by themselves or through other
// rooms.
func (a architecture) lonely(pkgs map[string]*source) (out []string) {
	askers := map[string]map[string]bool{}
	var visit func(pkg, check string)
	visit = func(pkg, check string) {
		if askers[pkg] == nil {
			askers[pkg] = map[string]bool{}
		}
		if s := pkgs[pkg]; s != nil && !askers[pkg][check] {
			askers[pkg][check] = true
			for _, q := range s.imports {
				if other := checkOf(q); other == "" || other == check {
					visit(q, check)
				}
			}
		}
	}
	for p := range pkgs {
		if check := checkOf(p); check != "" {
			visit(p, check)
		}
	}
	for p := range pkgs {
		by := slices.Collect(maps.Keys(askers[p]))
		_, excepted := a.oneAsker[p]
		switch {
		case checkOf(p) != "" || p == "." || slices.Contains(a.helpers, p):
		case excepted && len(by) > 1:
			out = append(out, p+" need not be an exception: several ask it")
		case excepted || len(by) > 1:
		case len(by) == 0:
			out = append(out, p+": no check needs it")
		default:
			out = append(out, p+": only "+by[0]+" needs it: move it there")
		}
	}
	return out
}

// sizes says which packages and types have grown too large.
func (a architecture) sizes(pkgs map[string]*source) (out []string) {
	for p, s := range pkgs {
		_, excepted := a.large[p]
		switch {
		case s.lines > maxLines && !excepted:
			out = append(out, fmt.Sprintf("%s: %d lines, more than %d", p, s.lines, maxLines))
		case s.lines <= maxLines && excepted:
			out = append(out, p+" need not be an exception: it is small")
		}
		for typ, n := range s.methods {
			if n > maxMethods {
				out = append(out, fmt.Sprintf("%s: type %s has %d methods, more than %d",
					p, typ, n, maxMethods))
			}
		}
	}
	return out
}
