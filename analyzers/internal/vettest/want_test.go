package vettest

import (
	"slices"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	for _, c := range []struct {
		line string
		want []Report
	}{
		{`key := "local" // want hardcoded-secret`, []Report{{"f:1", "hardcoded-secret", ""}}},
		{`key := "local" //want hardcoded-secret "5 bytes"`,
			[]Report{{"f:1", "hardcoded-secret", "5 bytes"}}},
		{`f() // want key-type unpinned-alg "by its header" key-type`,
			[]Report{
				{"f:1", "key-type", ""},
				{"f:1", "unpinned-alg", "by its header"},
				{"f:1", "key-type", ""},
			}},
		{`f() //jwtvet:ignore key-type -- known // want stale-ignore`,
			[]Report{{"f:1", "stale-ignore", ""}}},
		{`a()/* want web-storage "a" */;b()/* want web-storage */`,
			[]Report{{"f:1", "web-storage", "a"}, {"f:1", "web-storage", ""}}},
		{`<p>{{.}}</p> <!-- want web-storage "p" -->`, []Report{{"f:1", "web-storage", "p"}}},
		{`{{.Token}} {{/* want web-storage */}}`, []Report{{"f:1", "web-storage", ""}}},
		{`key: local # want hardcoded-secret`, []Report{{"f:1", "hardcoded-secret", ""}}},
		{`var want string // as the caller wants it`, nil},
	} {
		got, complaints, err := read("f", strings.NewReader(c.line+"\n"))
		if err != nil || !slices.Equal(got, c.want) || len(complaints) > 0 {
			t.Errorf("%s: got %v, %q, %v; want %v", c.line, got, complaints, err, c.want)
		}
	}
}

// A want that cannot be read in full is an error: the test would pass whatever is reported
// there.
func TestUnread(t *testing.T) {
	for _, line := range []string{
		"// want",
		"//want:hardcoded-secret",
		"// want secret",
		"// want hardcoded-secret, key-type",
		"// want hardcoded-secret 5 bytes",
		"// want hardcoded-secret `5 bytes`",
		`// want hardcoded-secret ""`,
		`// want hardcoded-secret "5 bytes`,
		`// want hardcoded-secret "5 bytes" and more`,
		`// want hardcoded-secret "the key \"local\""`,
		"// want hardcoded-secret // want key-type",
		"/* want hardcoded-secret key_type */",
		"/* want key-type */ f() /* want key_type */",
		"<!-- want web-storage: page -->",
		"# want hardcoded-secret!",
	} {
		_, complaints, err := read("dir/f.go", strings.NewReader("package p\n"+line+"\n"))
		if err != nil || len(complaints) != 1 ||
			!strings.HasPrefix(complaints[0], "dir/f.go:2: cannot read the comment want") {
			t.Errorf("%s: got %q, %v", line, complaints, err)
		}
	}
}

func TestCompare(t *testing.T) {
	secret := Report{"f.go:7", "hardcoded-secret", "key is a constant of 5 bytes"}
	other := Report{"f.go:7", "hardcoded-secret", "key is a constant of 9 bytes"}
	wanted := Report{"f.go:7", "hardcoded-secret", ""}
	for _, c := range []struct {
		name      string
		got, want []Report
		complaint string // "" where nothing is wrong
	}{
		{"none", nil, nil, ""},
		{"as wanted", []Report{secret}, []Report{wanted}, ""},
		{"missing", nil, []Report{wanted}, `f.go:7: no report hardcoded-secret ""`},
		{"unexpected", []Report{secret}, nil,
			"unexpected report f.go:7: hardcoded-secret: key is a constant of 5 bytes"},
		{"twice", []Report{secret, secret}, []Report{wanted},
			"unexpected report f.go:7: hardcoded-secret: key is a constant of 5 bytes"},
		{"twice as wanted", []Report{secret, secret}, []Report{wanted, wanted}, ""},
		{"wanted twice", []Report{secret}, []Report{wanted, wanted},
			`f.go:7: no report hardcoded-secret ""`},
		{"another line", []Report{secret}, []Report{{"f.go:8", "hardcoded-secret", ""}},
			`f.go:8: no report hardcoded-secret ""`},
		{"another category", []Report{secret}, []Report{{"f.go:7", "key-type", ""}},
			`f.go:7: no report key-type ""`},
		{"another message", []Report{secret}, []Report{{"f.go:7", "hardcoded-secret", "9 bytes"}},
			`f.go:7: no report hardcoded-secret "9 bytes"`},
		{"a want with text chooses first", []Report{secret, other},
			[]Report{wanted, {"f.go:7", "hardcoded-secret", "5 bytes"}}, ""},
	} {
		complaints := compare(c.got, c.want)
		if c.complaint == "" && len(complaints) > 0 ||
			c.complaint != "" && !slices.Contains(complaints, c.complaint) {
			t.Errorf("%s: got %q, want %q", c.name, complaints, c.complaint)
		}
	}
}
