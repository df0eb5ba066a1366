package kept

// This file reads statements of SQL, and those that a variable holds:
//
//	query := `DELETE FROM refresh_tokens WHERE token_hash = $1`
//	tx.Exec(ctx, query, sum)                                           // Revoke
//	db.Exec("UPDATE users SET sessions_revoked_at = $1 WHERE id = $2") // RevokeUser
//	db.Exec("UPDATE tokens SET used_at = $1 WHERE NOT revoked")        // Nothing: no new state
//	db.Exec("INSERT INTO refresh_tokens (token, revoked) VALUES ...")  // Nothing: it is accepted
//	db.Exec("DELETE FROM password_reset_tokens WHERE token = $1")      // Nothing: it lets nobody in

import (
	"go/ast"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/denylist"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

// parts of statements, in small letters and with single spaces
var (
	inserting = pattern.New(`^(?:insert|replace|merge|upsert)\s(?:.*?\s)?into\s+([^\s(]+)`)
	updating  = pattern.New(`^update\s+(?:only\s+|ignore\s+)?(\S+)\s+(?:as\s+)?(?:\w+\s+)?set\s+(.*)$`)
	deleting  = pattern.New(`^delete\s+from\s+([^\s;]+)`)
	undone    = pattern.New(`(revok|blacklist|invalidat)\w*\W?\s*=\s*(false|null|0)`)
)

// conditions
var (
	expired = pattern.New(`(?is)(expir|valid_?until|created|issued|revoked|last_used)\w*\W?\s*<|` +
		`(now\(\)|current_timestamp|\$\d|\?|:\w+)\s*>=?\s*\W?\w*(expir|valid_?until)`)
	ofUser = pattern.New(`(?is)(user|account|member|owner|subject|\buid)\w*\W?\s*=`)
	ofOne  = pattern.New(`(?is)(\bid|jti|token\w*|hash|family\w*|session\w*|device\w*|uuid)\W?\s*=`)
)

// tables
var (
	ofTokens = pattern.New(`refresh|token|^((user|auth|login|account|admin|member|web|jwt)_?)?sessions?$`)
	sessions = pattern.New(`token|session|refresh|jwt`)
	ofUsers  = pattern.New(`^(app_|auth_)?(user|account|member|admin|customer)s?$`)
	// tokens that are sent in mails, and keys of programs
	ofOthers = pattern.New(`verif|mail|invit|password|activat|otp|magic|api_?(key|token)|personal|share|webhook`)
)

// isAccepted reports whether a table, or the type of its rows, has tokens or sessions that let their
// user in.
func isAccepted(table string) bool {
	n := names.Snake(table)
	return ofTokens().MatchString(n) && !names.OtherToken(n) && !ofOthers().MatchString(n)
}

// byStatement says what a call with a statement does to tokens.
func byStatement(p *denylist.Reader, c *ast.CallExpr) Does {
	text := statement(p, c)
	head, condition, _ := strings.Cut(text, " where ")
	if m := inserting().Regexp().FindStringSubmatch(head); m != nil && names.Denial(table(m[1])) {
		return Revoke
	} else if m := updating().Regexp().FindStringSubmatch(head); m != nil {
		return byUpdate(table(m[1]), m[2], condition)
	} else if m := deleting().Regexp().FindStringSubmatch(head); m != nil {
		return byRemoval(table(m[1]), condition, names.Denial(text))
	}
	return Nothing
}

// byUpdate says what an UPDATE does to tokens.
func byUpdate(table, set, condition string) Does {
	switch {
	case !names.Denial(set) || undone().MatchString(set):
	case ofUsers().MatchString(table) && sessions().MatchString(set):
		return RevokeUser
	case names.Denial(table) || isAccepted(table):
		return chosen(condition)
	}
	return Nothing
}

// byRemoval says what a DELETE does to tokens; marked says that rows are marked as not accepted, by
// the table or by a column of it.
func byRemoval(table, condition string, marked bool) Does {
	switch {
	case marked && expired().MatchString(condition):
		return Cleanup
	case isAccepted(table) && !names.Denial(table):
		return chosen(condition)
	}
	return Nothing
}

// statement returns the statement that a call is given, in small letters and with single spaces; ""
// for other calls and where it can be several.
func statement(p *denylist.Reader, c *ast.CallExpr) string {
	sig, _ := p.Index.Row(c)
	if sig == nil || sig.Verb != model.SQL {
		return ""
	}
	at := sig.Index(model.Statement)
	if at < 0 || at >= len(c.Args) {
		return ""
	}
	text := p.Index.Text(c.Args[at])
	if text == "" { // a variable
		if texts := p.Origin.Local(c.Args[at]).Texts(); len(texts) == 1 {
			text = texts[0]
		}
	}
	return strings.Join(strings.Fields(strings.ToLower(text)), " ")
}

// table returns the name of a table without its schema and quotes.
func table(name string) string {
	return strings.Trim(name[strings.LastIndexByte(name, '.')+1:], "\"`[]'")
}

// chosen says what a change under a condition does, which takes tokens back.
func chosen(condition string) Does {
	switch {
	case ofOne().MatchString(condition):
		return Revoke
	case expired().MatchString(condition):
		return Nothing // they have ended by themselves
	case ofUser().MatchString(condition):
		return RevokeUser
	}
	return Revoke
}
