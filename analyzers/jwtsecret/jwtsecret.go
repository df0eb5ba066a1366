package jwtsecret

import "golang.org/x/tools/go/analysis"

// Analyzer reports keys that an attacker can know or guess.
var Analyzer = &analysis.Analyzer{
	Name: "jwtsecret",
	Doc:  "report keys of JSON Web Tokens that an attacker can know or guess",
	Run:  func(*analysis.Pass) (any, error) { return nil, nil },
}
