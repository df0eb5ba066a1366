package audit

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

var update = flag.Bool("update", false, "write what the formats write")

// sample returns the audit in testdata, which has an entry of each kind and an item of each state.
func sample(t *testing.T) *Audit {
	t.Helper()
	data, err := os.ReadFile("testdata/sample.json")
	if err != nil {
		t.Fatal(err)
	}
	a := &Audit{}
	if err := json.Unmarshal(data, a); err != nil {
		t.Fatal(err)
	}
	return a
}

// changed returns the sample with what has changed since a revision: a lifetime, a pin and a cookie
// attribute, an issuer that is new and one that is gone, and a function that has another name.
func changed(t *testing.T) *Audit {
	t.Helper()
	before, after := sample(t), sample(t)
	for i := range after.Entries {
		e := &after.Entries[i]
		switch {
		case e.Kind == inventory.Issue && e.Purpose == inventory.Access:
			e.Life, e.Position.Line = 30*24*60*60, 99
		case e.Kind == inventory.Verify && e.Purpose == inventory.Access:
			e.Pinned, e.Algorithms, e.Audience = inventory.No, nil, inventory.No
		case e.Kind == inventory.Cookie:
			e.HTTPOnly, e.SameSite = inventory.No, "None"
		case e.Kind == inventory.Consult:
			e.Function = "(*Service).isRevoked"
		case e.Kind == inventory.Issue && e.Purpose == inventory.Other:
			e.Function, e.Claims = "Invite", []string{"team"}
		}
	}
	after.Items[1].State = Contradicted
	after.Diff = Compare(before, after)
	after.Diff.Revision, after.Diff.Commit = "main", strings.Repeat("0", 40)
	return after
}

// The types keep all that the form for programs says.
func TestSampleIsKept(t *testing.T) {
	data, err := os.ReadFile("testdata/sample.json")
	if err != nil {
		t.Fatal(err)
	}
	written, err := json.Marshal(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	var want, got any
	if json.Unmarshal(data, &want) != nil || json.Unmarshal(written, &got) != nil {
		t.Fatal("no JSON")
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %s", written)
	}
}

// What was not analysed before is said where it looks new, and changes that take protection away are
// counted.
func TestDiffSummary(t *testing.T) {
	now := New([]inventory.Entry{{Kind: inventory.Issue, Package: "m"}}, nil)
	before := New(nil, nil)
	before.Unanalysed = 2
	d := Compare(before, now)
	d.Revision = "main"
	want := "1 added, 0 removed, 0 changed since main; 0 changes with less protection than before; " +
		"2 packages not analysed at main: what is in them looks new"
	if got := d.Summary(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Each format writes the sample, and what has changed in it, as the files in testdata have it.
func TestFormats(t *testing.T) {
	for _, f := range All {
		if f.Name == "html" {
			continue // see TestHTML
		}
		for name, a := range map[string]*Audit{"sample": sample(t), "changed": changed(t)} {
			var b bytes.Buffer
			if err := f.Write(&b, false, a); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", name+"."+f.Name+".golden")
			if *update {
				if err := os.WriteFile(file, b.Bytes(), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil || !bytes.Equal(want, b.Bytes()) {
				t.Errorf("%s: got\n%s%v", file, b.Bytes(), err)
			}
		}
	}
}

// The JSON is as docs/audit.schema.json says.
func TestSchema(t *testing.T) {
	file, err := os.Open(filepath.Join("..", "..", "..", "..", "docs", "audit.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	schema, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("audit.json", schema); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("audit.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, a := range map[string]*Audit{
		"sample": sample(t), "changed": changed(t), "nothing": New(nil, nil),
	} {
		var b bytes.Buffer
		if err := render.WriteJSON(&b, a); err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(&b)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// No text of the analysed code becomes a part of a terminal's commands or of Markdown.
func TestHostile(t *testing.T) {
	a := sample(t)
	const text = "\x1b[31m|`*<b>_\n# x"
	a.Title = text
	for i := range a.Entries {
		a.Entries[i].Function, a.Entries[i].Call, a.Entries[i].Name = text, text, text
		a.Entries[i].Position.File = text
	}
	for _, f := range All {
		var b bytes.Buffer
		if err := f.Write(&b, false, a); err != nil {
			t.Fatal(err)
		}
		out := regexp.MustCompile("`[^`\n]*`").ReplaceAllString(b.String(), "")
		if strings.Contains(out, "\x1b") || strings.Contains(out, "\n# x") ||
			f.Name == "markdown" && strings.Contains(out, "<b>") { // of html see TestHTMLHostile
			t.Errorf("%s: got\n%s", f.Name, out)
		}
	}
}

// Every category that a row names is one that is reported, and every kind of entry has a heading.
func TestChecklist(t *testing.T) {
	ids := map[string]bool{}
	for _, r := range checklist {
		if ids[r.id] || !slices.Contains(Groups, r.group) || r.asvs == "" ||
			r.shows == nil && r.together == nil {
			t.Errorf("%+v", r)
		}
		ids[r.id] = true
		for _, c := range r.against {
			if analyzers.Owner(c) == "" {
				t.Errorf("%s: no category %s", r.id, c)
			}
		}
	}
	for _, k := range inventory.Kinds {
		if Headings[k] == "" {
			t.Errorf("%s has no heading", k)
		}
	}
}

// A cookie that scripts cannot read and other sites can send contradicts one item only.
func TestSameSiteOnly(t *testing.T) {
	for message, want := range map[string][]string{
		`cookie "token", which carries a token, lacks SameSite: cross-site requests carry it`:   {"csrf"},
		`cookie "token", which carries a token, lacks Secure and SameSite: it is sent in clear`: {"cookie-flags"},
		`cookie "token", which carries a token, lacks HttpOnly: scripts can read it`:            {"cookie-flags"},
	} {
		var got []string
		for _, it := range New(nil, []Report{{Category: "insecure-cookie", Message: message}}).Items {
			if it.State == Contradicted {
				got = append(got, it.ID)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q", message, got)
		}
	}
}

// Keys whose names say what they are for are evidence, one of them alone is none.
func TestKeysByName(t *testing.T) {
	named := func(names ...string) inventory.Entry {
		e := inventory.Entry{Kind: inventory.Provide}
		for _, n := range names {
			e.Keys = append(e.Keys, inventory.Source{Kind: "environment", Name: n})
		}
		return e
	}
	for _, c := range []struct {
		entries []inventory.Entry
		want    int
	}{
		{nil, 0},
		{[]inventory.Entry{named("REFRESH_SECRET")}, 0},
		{[]inventory.Entry{named("JWT_SECRET"), named("JWT_SECRET")}, 0},
		{[]inventory.Entry{named("JWT_SECRET", "REFRESH_SECRET")}, 0},
		{[]inventory.Entry{named("JWT_SECRET"), named("JWT_REFRESH_SECRET")}, 2},
		{[]inventory.Entry{named(""), named("JWT_REFRESH_SECRET")}, 0},
	} {
		if got := keyPerPurpose(c.entries); len(got) != c.want {
			t.Errorf("%+v: got %+v", c.entries, got)
		}
	}
}
