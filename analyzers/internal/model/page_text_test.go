package model_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/category"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// questions are the checks, with what each needs of a library. Where a library lacks it, the letter
// stands in its cell.
var questions = []struct {
	check      string
	categories []category.Category
	needs      func(view) bool
	letter     string
	lacks      string
}{
	{"jwtsecret", category.Secret,
		func(v view) bool { return v.role(model.Key, model.Keyfunc) },
		"a", "it takes no key of the program: those of a provider verify its tokens"},
	{"jwtexpiry", category.Expiry,
		func(v view) bool { return v.any(model.Sign) },
		"b", "it makes no tokens, it checks them"},
	{"jwtverify", category.Verify, func(v view) bool {
		return v.any(model.Verify, model.Decode, model.PinAlg, model.Check, model.Middleware)
	},
		"c", "it checks no tokens, it makes them"},
	{"jwtleak", category.Leak,
		func(v view) bool { return v.role(model.Token, model.Key, model.Keyfunc) },
		"d", "neither a token nor a key of it passes through the program"},
	{"jwttransport", category.Transport,
		func(v view) bool {
			return v.any(model.FetchKeys, model.Fetch) || v.any(model.Sign) && v.role(model.Token)
		},
		"e", "it hands the program no token that it could send, and fetches no keys"},
	{"jwtcookie", category.Cookie, func(v view) bool {
		return v.any(model.Cookie, model.Send) || v.any(model.Sign) && v.role(model.Token)
	},
		"f", "it hands the program no token that it could set as a cookie, and sets none itself"},
}

// checksOfCategories returns the check of each category.
func checksOfCategories() map[string]string {
	out := map[string]string{}
	for _, q := range questions {
		for _, c := range q.categories {
			out[c.ID] = q.check
		}
	}
	return out
}

// kinds says in words what the checks know of libraries that are not for tokens, by verbs and roles
// of their rows.
var kinds = []struct {
	check, what string
	verbs       []model.Verb
	roles       []model.Role
}{
	{"jwtsecret", "settings", []model.Verb{model.Fill, model.Load, model.Locate, model.Default},
		[]model.Role{model.Env, model.Config, model.Flag}},
	{"jwtsecret", "stores of secrets", nil, []model.Role{model.Store}},
	{"jwtsecret", "random and other values", nil,
		[]model.Role{model.Weak, model.Random, model.Key}},
	{"jwtsecret", "validators", []model.Verb{model.Require}, nil},
	{"jwtverify", "requests and middlewares", []model.Verb{model.Next, model.Abort, model.Middleware},
		[]model.Role{model.Request, model.Query, model.Route, model.Posted, model.Handler}},
	{"jwtverify", "databases", []model.Verb{model.SQL}, nil},
	{"jwtlifecycle", "stores", []model.Verb{model.Remember, model.Recall, model.Command}, nil},
	{"jwtlifecycle", "measures of servers", []model.Verb{model.Protect, model.Password}, nil},
	{"jwtleak", "logs", []model.Verb{model.Log}, nil},
	{"jwtleak", "answers", []model.Verb{model.Respond, model.Redirect}, nil},
	{"jwttransport", "clients and servers", []model.Verb{model.Fetch, model.FetchKeys, model.Listen,
		model.SetCredentials, model.TokenEndpoint}, []model.Role{model.TLS, model.Plaintext}},
	{"jwtcookie", "cookies and sessions", []model.Verb{model.Cookie, model.Send, model.Keep}, nil},
	{"jwtcookie", "other origins", []model.Verb{model.Cors}, nil},
	{"jwtstorage", "pages and files", []model.Verb{model.Ship, model.Script}, nil},
	{"all", "containers and values by name", []model.Verb{model.Attach, model.Attached, model.Pick}, nil},
	{"all", "values that are passed on", []model.Verb{model.Pass, model.Choose, model.Hash, model.Derive, model.Mac,
		model.Exit, model.Build, model.Hold, model.TypeRole, model.Read, model.Header, model.Put}, nil},
}

// unavailable are token libraries that people use and that no test can have.
var unavailable = [][2]string{
	{"github.com/iris-contrib/middleware/jwt",
		"the module proxy does not serve it. iris' own middleware, `github.com/kataras/iris/v12/middleware/jwt`, is known."},
	{"github.com/square/go-jose/v3",
		"the module proxy serves neither it nor `gopkg.in/square/go-jose.v3`. `github.com/go-jose/go-jose/v3`, which it became, is known."},
	{"github.com/lestrrat/go-jwx",
		"the module proxy does not serve it. `github.com/lestrrat-go/jwx`, which it became, is known."},
}

const intro = `# Libraries

<!-- made by go generate ./cmd/jwtvet of the rows of the model and the programs of testdata -->

What each check knows of each library, and with which versions that is tested. No check knows a library by its name: what the
functions of a library mean stands in rows ([architecture](architecture.md)), and a check asks for keys, tokens and claims. So
what a check finds with one library it finds with every other whose rows give it what it asks for. Other versions of a module
work as far as their functions have the same names and arguments; a row that a version does not have is passed by.

`

const matrix = `## Token libraries

- **tested**: a program of testdata uses the library in this version, and the check must report something in it.
- rows: the rows of the library give the check what it asks for, and each is looked up in this version. No program of testdata
  in which the check reports something uses it.
- A letter: there is nothing to report, see below.

jwtstorage has no column: it reads pages and scripts, whichever library made their tokens.

`

// page is docs/libraries.md.
func (b *book) page() []byte {
	var out bytes.Buffer
	out.WriteString(intro + matrix)
	used := b.table(&out)
	out.WriteString("\n")
	for _, q := range questions {
		if slices.Contains(used, q.letter) {
			fmt.Fprintf(&out, "- **%s**: %s.\n", q.letter, q.lacks)
		}
	}
	out.WriteString(`
A module with several versions has rows of which the later ones lack some. ` +
		"`github.com/lestrrat-go/jwx/v4`" + ` needs Go 1.26 and
GOEXPERIMENT=jsonv2, so that only its rows are tested.

## Other libraries

What the checks know of libraries that neither make nor check tokens. The standard library is known too.

| module | version | what is known of it |
|---|---|---|
`)
	for _, mod := range b.order {
		if v := b.has[mod]; !v.tokens {
			fmt.Fprintf(&out, "| %s | %s | %s |\n", link(mod), b.names(mod), b.known(mod, v))
		}
	}
	out.WriteString(`
## Known by import path

No function of these has a row: that a package imports them says what it is, such as a server or the driver of a browser. No
version of them is tested.

`)
	for _, f := range b.families {
		fmt.Fprintf(&out, "- `%s`\n", f)
	}
	out.WriteString("\n## Not to be had\n\nWithout the module no row can be looked up, so that there is none.\n\n")
	for _, u := range unavailable {
		if b.versions[u[0]] != nil {
			b.t.Errorf("%s is required: it can be had", u[0])
		}
		fmt.Fprintf(&out, "- `%s`: %s\n", u[0], u[1])
	}
	return out.Bytes()
}

// table writes a line for each module that makes or checks tokens, and returns the letters in it.
func (b *book) table(out *bytes.Buffer) (letters []string) {
	fmt.Fprint(out, "| module | version |")
	for _, q := range questions {
		fmt.Fprintf(out, " [%s](%s.md) |", q.check, q.check)
	}
	fmt.Fprintln(out, "\n|---|---|"+strings.Repeat("---|", len(questions)))
	for _, mod := range b.order {
		v := b.has[mod]
		if !v.tokens {
			continue
		}
		fmt.Fprintf(out, "| %s | %s |", link(mod), b.names(mod))
		for _, q := range questions {
			cell := q.letter
			switch {
			case slices.Contains(b.tested[mod], q.check):
				cell = "**tested**"
			case q.needs(v):
				cell = "rows"
			default:
				letters = append(letters, cell)
			}
			fmt.Fprintf(out, " %s |", cell)
		}
		fmt.Fprintln(out)
	}
	return letters
}

// known says in words what the checks know of a library.
func (b *book) known(mod string, v view) string {
	var parts, checks []string
	for _, k := range kinds {
		if k.check == "all" && parts != nil || !v.any(k.verbs...) && !v.role(k.roles...) {
			continue
		}
		parts = append(parts, k.what)
		if k.check != "all" && !slices.Contains(checks, k.check) {
			checks = append(checks, k.check)
		}
	}
	switch {
	case parts == nil && len(v.rows) > 0:
		b.t.Errorf("nothing is said of %s", mod)
	case parts == nil:
		return "what a package that imports it is"
	case checks == nil:
		return strings.Join(parts, ", ") + ": for all checks"
	}
	return strings.Join(parts, ", ") + ": for " + strings.Join(checks, ", ")
}
