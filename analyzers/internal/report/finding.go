package report

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Finding is one defect.
type Finding struct {
	Category string
	Pos, End token.Pos // where a person would fix it
	Message  string    // one line, lower case, never a secret
	Related  token.Pos // usually the sink; token.NoPos for none
	Why      string    // what happens at Related
	Fixes    []analysis.SuggestedFix

	// Made is where another package makes or reads the value; its file is "" where that is not so.
	Made token.Position

	// From is what in Go ships the file of Pos, where that is in another language: directives there
	// hold too.
	From token.Pos

	// Source is what brings the defect here where it is made elsewhere: it is reported once,
	// wherever it is used; nil for none.
	Source any
}

// Found returns the finding of a category at a node.
func Found(category string, at ast.Node, message string) Finding {
	return Finding{Category: category, Pos: at.Pos(), End: at.End(), Message: message}
}

// Because returns the finding with a related position and what happens there; as it is where the
// position is none.
func (f Finding) Because(pos token.Pos, why string) Finding {
	if pos.IsValid() {
		f.Related, f.Why = pos, why
	}
	return f
}

// At is Because for a node.
func (f Finding) At(n ast.Node, why string) Finding { return f.Because(n.Pos(), why) }

// With returns the finding with suggested fixes.
func (f Finding) With(fixes ...analysis.SuggestedFix) Finding {
	f.Fixes = fixes
	return f
}

// Fixed returns the finding with a suggested fix of the given edits; without a fix where there are
// none.
func (f Finding) Fixed(message string, edits []analysis.TextEdit) Finding {
	if len(edits) > 0 {
		f.Fixes = []analysis.SuggestedFix{{Message: message, TextEdits: edits}}
	}
	return f
}

// FixedIf is Fixed for a fix that is right only under a condition, which something else than the
// source decides: nothing applies it without being asked for it.
func (f Finding) FixedIf(message, condition string, edits []analysis.TextEdit) Finding {
	return f.Fixed(Conditional(message, condition), edits)
}

const ifs = ", if "

// Conditional returns the message of a fix that is right only under a condition. Drivers hand on
// nothing of a fix but its message and its edits.
func Conditional(message, condition string) string { return message + ifs + condition }

// Condition returns the condition in the message of a fix, "" where the fix is right wherever it is
// offered.
func Condition(message string) string {
	_, condition, _ := strings.Cut(message, ifs)
	return condition
}
