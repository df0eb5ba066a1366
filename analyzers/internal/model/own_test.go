package model_test

import (
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// The lists of verbs and roles are whole: they have each constant once.
func TestVocabularies(t *testing.T) {
	for typ, list := range map[string][]string{
		"Verb": strs(model.Verbs), "Role": strs(model.Roles),
	} {
		known := words(typ)
		for _, w := range list {
			if !known[w] {
				t.Errorf("%s %q is not declared, or is listed twice", typ, w)
			}
			delete(known, w)
		}
		if len(known) > 0 {
			t.Errorf("%s: not listed: %v", typ, known)
		}
	}
}

func strs[T ~string](list []T) (out []string) {
	for _, w := range list {
		out = append(out, string(w))
	}
	return out
}

func TestParseOwn(t *testing.T) {
	for text, want := range map[string]string{
		"sign: (*corp/auth.Issuer).Issue(claims, key) token": "corp/auth|(*Issuer).Issue(claims, key) token",
		"sign: (object *corp/auth.Issuer).Issue(key) token":  "corp/auth|(object *Issuer).Issue(key) token",
		"log: (corp/log.Logger).Info(logged...)":             "corp/log|(Logger).Info(logged...)",
		"log: corp/log.Info(logged...)":                      "corp/log|Info(logged...)",
		"fill: gopkg.in/yaml.v3.Unmarshal(_, filled)":        "gopkg.in/yaml.v3|Unmarshal(_, filled)",
		"fill: (*gopkg.in/yaml.v3.Decoder).Decode(filled)":   "gopkg.in/yaml.v3|(*Decoder).Decode(filled)",
		"hold: corp/conf.Config.Key key":                     "corp/conf|Config.Key key",
		"hold: corp/conf.Key key":                            "corp/conf|Key key",
		"hold: github.com/Acme/Conf.Key key":                 "github.com/Acme/Conf|Key key",
		"hold: gopkg.in/conf.v3.Config.Key key":              "gopkg.in/conf.v3|Config.Key key",
		"alg: corp/auth.HS256 HS256":                         "corp/auth|HS256 HS256",
		"read: os.Getenv(_) env":                             "os|Getenv(_) env",
		"errorvar: corp/auth.ErrExpired expired":             "corp/auth|ErrExpired expired",
	} {
		rows, err := model.ParseOwn(text)
		if err != nil || len(rows) != 1 || rows[0].Path+"|"+rows[0].Sig != want {
			t.Errorf("%s: got %+v, %v", text, rows, err)
		}
	}
	rows, err := model.ParseOwn(" sign: a/b.C(key); ;\n log: a/b.D(logged)\n")
	if err != nil || len(rows) != 2 || rows[1].Text != "log: a/b.D(logged)" {
		t.Errorf("got %+v, %v", rows, err)
	}
	for text, want := range map[string]string{
		"corp/auth.Sign(key)":          "it has no verb",
		"sgin: corp/auth.Sign(key)":    `"sgin" is no verb: did you mean sign?`,
		"sign: corp/auth.Sign(kee)":    `"kee" is no role: did you mean key?`,
		"sign: corp/auth.sign(key)":    "sign is not exported",
		"sign: Sign(key)":              "it must have one of the forms",
		"sign: .Sign(key)":             "it must have one of the forms",
		"sign: corp/auth.(key)":        "it must have one of the forms",
		"sign: corp/auth":              "it must have one of the forms",
		"sign: (*corp/auth.T)Sign(key": "it must have one of the forms",
		"sign:":                        "it must have one of the forms",
		":":                            `"" is no verb`,
	} {
		if _, err := model.ParseOwn(text); err == nil || !strings.Contains(err.Error(), want) ||
			strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
}

// Rows that people add hold beside those of the model, until others take their place.
func TestOwn(t *testing.T) {
	var own model.Own
	defer own.Set("")
	if err := own.Set("sign: corp/auth.Sign(claims, key) token; log: corp/log.Info(logged...)"); err != nil {
		t.Fatal(err)
	}
	if !model.HandlesTokens("corp/auth") || model.HandlesTokens("corp/log") ||
		!model.Configures("corp/log") || !model.IsLogger("corp/log") || !model.IsOwn("corp/auth") {
		t.Error("rows do not hold")
	}
	if err := own.Set("sing: corp/auth.Sign(key)"); err == nil {
		t.Error("a wrong row is taken")
	}
	if err := own.Set(""); err != nil || model.HandlesTokens("corp/auth") ||
		model.IsOwn("corp/auth") || own.String() != "" {
		t.Error("rows stay")
	}
}

// FuzzOwn reads what looks like rows: they are read, or refused in one line.
func FuzzOwn(f *testing.F) {
	for _, s := range []string{
		"sign: (*corp/auth.Issuer).Issue(claims, key) token", "log: a.B(logged...); read: c.D() env",
		"hold: a/b.C.D key", "sign: (", "sign: ).(", ":;:", "alg: a.B HS256", "sign: a/b.C(key) token[3n/0]",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		rows, err := model.ParseOwn(text)
		if err != nil && strings.ContainsAny(err.Error(), "\n\r") {
			t.Errorf("%q: %q", text, err)
		}
		for _, r := range rows {
			if _, ok := r.Parse(); !ok || r.Path == "" {
				t.Errorf("%q: %+v", text, r)
			}
		}
	})
}
