package gate

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

func handles(path string) bool { return path == "github.com/golang-jwt/jwt/v5" }

func TestProtocol(t *testing.T) {
	for _, args := range [][]string{
		{"-V=full"},
		{"-flags"},
		{"-json", "-jwtsecret=true", "/tmp/b001/vet.cfg"},
	} {
		if !Protocol(args) {
			t.Errorf("%q is not taken for the go command's", args)
		}
	}
	for _, args := range [][]string{nil, {"./..."}, {"-json", "./..."}, {"demo"}, {"help"}} {
		if Protocol(args) {
			t.Errorf("%q is taken for the go command's", args)
		}
	}
}

// unitFile writes the description of a unit with what is given, the way the go command does.
func unitFile(tb testing.TB, fields map[string]any) (file, vetx string) {
	tb.Helper()
	dir := tb.TempDir()
	file, vetx = filepath.Join(dir, "vet.cfg"), filepath.Join(dir, "vet.out")
	fields["VetxOutput"] = vetx
	data, err := json.MarshalIndent(fields, "", "\t")
	if err == nil {
		err = os.WriteFile(file, data, 0o666)
	}
	if err != nil {
		tb.Fatal(err)
	}
	return file, vetx
}

func factFile(tb testing.TB, content string) string {
	tb.Helper()
	name := filepath.Join(tb.TempDir(), "facts")
	if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
		tb.Fatal(err)
	}
	return name
}

func TestSkip(t *testing.T) {
	type unit = map[string]any
	type strs = map[string]string
	none, some := factFile(t, ""), factFile(t, "facts")
	for name, c := range map[string]struct {
		unit unit
		skip bool
	}{
		"standard library": {unit{
			"ImportPath": "fmt", "ImportMap": strs{"io": "io"},
			"PackageVetx": strs{"io": none}}, true},
		"dependency without tokens": {unit{
			"ModulePath": "example.com/d", "ModuleVersion": "v1.0.0",
			"ImportMap": strs{"io": "io"}}, true},
		"dependency that imports a library": {unit{
			"ModulePath": "example.com/d", "ModuleVersion": "v1.0.0",
			"ImportMap": strs{"github.com/golang-jwt/jwt/v5": "github.com/golang-jwt/jwt/v5"}},
			false},
		"dependency reached by facts": {unit{
			"ModulePath": "example.com/d", "ModuleVersion": "v1.0.0",
			"PackageVetx": strs{"io": none, "example.com/e": some}}, false},
		"dependency reached by facts of a failed package": {unit{
			"ModulePath": "example.com/d", "ModuleVersion": "v1.0.0",
			"PackageVetx": strs{"example.com/e": t.TempDir()}}, false},
		"library vendored in GOPATH": {
			unit{"ImportMap": strs{"jwt": "github.com/golang-jwt/jwt/v5"}}, false},
		"files named instead of packages": {
			unit{"ImportPath": "command-line-arguments", "ImportMap": strs{"io": "io"}}, false},
		"own module":                      {unit{"ModulePath": "example.com/m"}, false},
		"own module as go1.28 may say it": {unit{"Module": unit{"Path": "example.com/m"}}, false},
		"dependency as go1.28 may say it": {
			unit{"Module": unit{"Path": "example.com/d", "Version": "v1.0.0"}}, true},
		"facts that are gone": {
			unit{"PackageVetx": strs{"io": filepath.Join(t.TempDir(), "gone")}}, true},
		"asked for by name and fixed": {unit{
			"ImportPath": "fmt", "VetxOnly": false, "FixArchive": "x.zip", "Stdout": "x"}, true},
	} {
		file, vetx := unitFile(t, c.unit)
		skip, err := Skip(file, handles)
		if err != nil || skip != c.skip {
			t.Errorf("%s: Skip = %v, %v, want %v", name, skip, err, c.skip)
		}
		if info, err := os.Stat(vetx); c.skip && (err != nil || info.Size() != 0) {
			t.Errorf("%s: facts are not an empty file", name)
		} else if !c.skip && err == nil {
			t.Errorf("%s: facts are written before the analysis", name)
		}
	}
}

func TestSkipOfWhatIsNoUnit(t *testing.T) {
	for _, file := range []string{factFile(t, "no json"), filepath.Join(t.TempDir(), "none.cfg")} {
		if _, err := Skip(file, handles); err == nil {
			t.Errorf("no error for %s", file)
		}
	}
}

// BenchmarkSkip is what the gate costs for a unit that has nothing to do with tokens
// and is as large as net/http.
func BenchmarkSkip(b *testing.B) {
	imports, std, vetx, files := map[string]string{}, map[string]bool{},
		map[string]string{}, []string{}
	for i := range 60 {
		path := fmt.Sprintf("internal/some/package%d", i)
		imports[path], std[path], vetx[path] = path, true, factFile(b, "")
		files = append(files, fmt.Sprintf("/usr/lib/go/src/net/http/file%d.go", i))
	}
	file, _ := unitFile(b, map[string]any{
		"ID": "net/http", "Compiler": "gc", "ImportPath": "net/http", "GoFiles": files,
		"IgnoredFiles": files, "ImportMap": imports, "PackageFile": vetx, "Standard": std,
		"PackageVetx": vetx, "VetxOnly": true, "GoVersion": "go1.26",
	})
	for b.Loop() {
		if skip, err := Skip(file, handles); err != nil || !skip {
			b.Fatal(skip, err)
		}
	}
}
