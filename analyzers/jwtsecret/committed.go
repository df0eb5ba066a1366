package jwtsecret

// This file reports JWT keys in settings files:
//
//	jwt:
//	  secret: change-me // viper.GetString("jwt.secret") is a JWT key

import (
	"fmt"
	"go/ast"
	"go/constant"

	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/jwtsecret/internal/committed"
	"github.com/jwtvet/jwtvet/analyzers/jwtsecret/internal/loads"
)

// inSettings asks whether the value of a setting that is a JWT key stands in a file that is kept
// with the source. Reports stand in that file.
func inSettings(c *check) {
	refused := func(text string) bool { // as programs do with the value that they ship
		return c.Guards != nil && c.Guards.Rejected(&origin.Origin{Value: constant.MakeString(text)}) ||
			loads.Refused(c.startup.Known, text)
	}
	for _, f := range committed.Find(c.startup.Known, flags.Strict, refused, c.startup.TooEarly) {
		file := c.pass.Fset.AddFile(f.Path, -1, len(f.Data))
		file.SetLinesForContent(f.Data)
		c.Read(file, f.Data)
		for _, v := range f.Values {
			at, why := c.startup.Known.At(v.Key), report.Read
			if at == nil {
				at, why = v.At, "the file is read here"
			}
			found := report.Found("committed-secret",
				syntax.Span(file.Pos(v.Offset), file.Pos(v.End)),
				fmt.Sprintf("JWT key %.80s is written in a settings file that is kept with the "+
					"source: anyone with the source can forge tokens", v.Path))
			c.Report(inGo(found, at, why))
		}
	}
}

// inGo returns a finding with the place in Go where it is, and where directives hold too; as it is
// where there is none.
func inGo(f report.Finding, at ast.Node, why string) report.Finding {
	if at == nil {
		return f
	}
	f.From = at.Pos()
	return f.At(at, why)
}
