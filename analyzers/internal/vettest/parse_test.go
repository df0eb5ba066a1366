package vettest

import (
	"slices"
	"strings"
	"testing"
)

const local = `{"category": "hardcoded-secret", "posn": "/root/secret/a.go:7:9", ` +
	`"message": "5 bytes"}`

func TestParse(t *testing.T) {
	report := Report{"secret/a.go:7", "hardcoded-secret", "5 bytes"}
	for _, c := range []struct {
		name, stream string
		want         []Report
	}{
		{"nothing", "{}\n{}", nil},
		{"one", `{"p": {"jwtsecret": [` + local + `]}}`, []Report{report}},
		{"twice in a package", `{"p": {"jwtsecret": [` + local + "," + local + `]}}`,
			[]Report{report, report}},
		{"in two packages",
			`{"p": {"jwtsecret": [` + local + `]}} {"q": {"jwtsecret": [` + local + `]}}`,
			[]Report{report, report}},
		{"in a package and its test variant",
			`{"p": {"jwtsecret": [` + local + `]}} {"p [p.test]": {"jwtsecret": [` + local + `]}}`,
			[]Report{report}},
		{"twice in a test variant",
			`{"p": {"jwtsecret": [` + local + `]}} ` +
				`{"p [p.test]": {"jwtsecret": [` + local + "," + local + `]}}`,
			[]Report{report, report}},
		{"at two columns",
			`{"p": {"jwtsecret": [` + local + "," +
				strings.Replace(local, "7:9", "7:19", 1) + `]}}`,
			[]Report{report, report}},
		{"of another analyzer", `{"p": {"jwtexpiry": [` + local + `]}}`, nil},
	} {
		got, err := parse(c.stream, "/root", "jwtsecret")
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, %v; want %v", c.name, got, err, c.want)
		}
	}
	if got, err := parse(`{"p": {"jwtexpiry": [`+local+`]}}`, "/root", ""); err != nil ||
		len(got) != 1 {
		t.Errorf("of all analyzers: got %v, %v", got, err)
	}
}

// What is no list of reports is never taken for none.
func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ stream, want string }{
		{`{"p": {"jwtsecret": {"error": "panic in the analyzer"}}}`,
			"jwtsecret of p: {\"error\": \"panic in the analyzer\"}"},
		{`{"p": {"jwtexpiry": {"error": "panic in the analyzer"}}}`, "jwtexpiry of p: "},
		{`{"p": {"jwtsecret": [`, "unexpected EOF"},
		{"panic: nil", "invalid character"},
		{`{"p": {"jwtsecret": [{"category": "key-type", "posn": "-"}]}}`, `"-" is no position`},
	} {
		if got, err := parse(c.stream, "/root", "jwtsecret"); err == nil ||
			!strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, %v; want %q", c.stream, got, err, c.want)
		}
	}
}

// Before Go 1.26 the reports are on standard error, between lines that name the packages.
func TestObjects(t *testing.T) {
	stderr := "go: downloading x v1.0.0\n# p\n{}\n# q\n{\n\t\"q\": {\n\t\t\"jwtsecret\": [" +
		local + "]\n\t}\n}\n# r\n"
	if got, err := parse(objects(stderr), "/root", ""); err != nil || len(got) != 1 {
		t.Errorf("got %v, %v from %q", got, err, objects(stderr))
	}
}
