package calls

import (
	"bytes"
	"encoding/gob"
	"reflect"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Facts go from process to process as gob. What a package says must arrive as it was, in few bytes.
func TestFactRoundTrip(t *testing.T) {
	facts := []any{
		&Fact{origin.Summary{Uses: []origin.Use{{Verb: model.Sign, Role: model.Key, Alg: "HS256", Firm: true}}}},
		&Fact{origin.Summary{From: []origin.Atoms{
			{{Kind: origin.Env, Size: -1, Checked: true}, {Kind: origin.Const, Size: 14, Told: true}},
			nil,
			{{Kind: origin.Param, Arg: 1, Hashed: true}, {Kind: origin.Const, Number: 3600, IsNum: true}},
		}}},
		&Start{Reads: true, Loads: true},
		&Cookies{},
		&Serves{},
	}
	for _, f := range facts {
		var buf bytes.Buffer
		enc := gob.NewEncoder(&buf)
		if err := enc.Encode(f); err != nil {
			t.Fatal(err)
		}
		first := buf.Len() // with the description of the type, which a file of facts holds once
		if err := enc.Encode(f); err != nil {
			t.Fatal(err)
		}
		if n := buf.Len() - first; n > 64 {
			t.Errorf("%T takes %d bytes: %+v", f, n, f)
		}
		got := reflect.New(reflect.TypeOf(f).Elem())
		if err := gob.NewDecoder(&buf).Decode(got.Interface()); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got.Interface(), f) {
			t.Errorf("sent %+v, got %+v", f, got.Interface())
		}
	}
}

// Every type of fact of the analyzer is one of those that the test above sends.
func TestFactTypes(t *testing.T) {
	if n := len(Analyzer.FactTypes); n != 4 {
		t.Errorf("the analyzer has %d types of facts, the test sends 4", n)
	}
}

func TestQualified(t *testing.T) {
	for name, want := range map[string]bool{
		"JWT_SECRET": true, "jwtSecret": true, "token_symmetric_key": true, "auth.signingKey": true, "ACCESS_TOKEN_SECRET": true, "jwt.hmac-key": true,
		"JWT_SECRET_FILE": false, "JWT_PUBLIC_KEY": false, "JWT_KEY_ID": false, "JWT_SECRET_TTL": false, "API_KEY": false, "SECRET": false,
		"GITHUB_OAUTH_TOKEN_SECRET": false, "jwt_header_key": false, "sort_key": false, "STRIPE_WEBHOOK_SIGNING_SECRET": false, "tokenizer.key": false,
	} {
		if got := Qualified(name); got != want {
			t.Errorf("%s: got %t", name, got)
		}
	}
}
