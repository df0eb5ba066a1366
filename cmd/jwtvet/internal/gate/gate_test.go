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

func TestLook(t *testing.T) {
	type unit = map[string]any
	type strs = map[string]string
	none, some := factFile(t, ""), factFile(t, "facts")
	for name, c := range map[string]struct {
		unit unit
		want Verdict
	}{
		"standard library": {unit{
			"ImportPath": "fmt", "ImportMap": strs{"io": "io"},
			"PackageVetx": strs{"io": none}}, Skipped},
		"dependency without tokens": {unit{
			"ModulePath": "example.com/d", "ModuleVersion": "v1.0.0",
			"ImportMap": strs{"io": "io"}}, Skipped},
		"dependency that imports a library": {unit{
			"ModulePath": "example.com/d", "ModuleVersion": "v1.0.0",
			"ImportMap": strs{"github.com/golang-jwt/jwt/v5": "github.com/golang-jwt/jwt/v5"}},
			Whole},
		"dependency reached by facts": {unit{
			"ModulePath": "example.com/d", "ModuleVersion": "v1.0.0",
			"PackageVetx": strs{"io": none, "example.com/e": some}}, Whole},
		"dependency reached by facts of a failed package": {unit{
			"ModulePath": "example.com/d", "ModuleVersion": "v1.0.0",
			"PackageVetx": strs{"example.com/e": t.TempDir()}}, Partial},
		"library vendored in GOPATH": {
			unit{"ImportMap": strs{"jwt": "github.com/golang-jwt/jwt/v5"}}, Whole},
		"files named instead of packages": {
			unit{"ImportPath": "command-line-arguments", "ImportMap": strs{"io": "io"}}, Whole},
		"own module that imports a failed package": {unit{
			"ModulePath": "example.com/m", "PackageVetx": strs{"example.com/e": t.TempDir()}},
			Partial},
		"own module": {unit{"ModulePath": "example.com/m"}, Whole},
		"own module beside its tests": {
			unit{"ModulePath": "example.com/m", "VetxOnly": true}, Facts},
		"dependency that imports a library, for its facts": {unit{
			"ModulePath": "example.com/d", "ModuleVersion": "v1.0.0", "VetxOnly": true,
			"ImportMap": strs{"jwt": "github.com/golang-jwt/jwt/v5"}}, Facts},
		"dependency without tokens, for its facts": {unit{
			"ModulePath": "example.com/d", "ModuleVersion": "v1.0.0", "VetxOnly": true}, Skipped},
		"own module as go1.28 may say it": {unit{"Module": unit{"Path": "example.com/m"}}, Whole},
		"dependency as go1.28 may say it": {
			unit{"Module": unit{"Path": "example.com/d", "Version": "v1.0.0"}}, Skipped},
		"facts that are gone": {
			unit{"PackageVetx": strs{"io": filepath.Join(t.TempDir(), "gone")}}, Skipped},
		"asked for by name and fixed": {unit{
			"ImportPath": "fmt", "VetxOnly": false, "FixArchive": "x.zip", "Stdout": "x"}, Skipped},
	} {
		file, vetx := unitFile(t, c.unit)
		got, err := Look(file, handles)
		if err != nil || got != c.want {
			t.Errorf("%s: Look = %v, %v, want %v", name, got, err, c.want)
		}
		if info, err := os.Stat(vetx); c.want == Skipped && (err != nil || info.Size() != 0) {
			t.Errorf("%s: facts are not an empty file", name)
		} else if c.want != Skipped && err == nil {
			t.Errorf("%s: facts are written before the analysis", name)
		}
	}
}

func TestLookAtWhatIsNoUnit(t *testing.T) {
	for _, file := range []string{factFile(t, "no json"), filepath.Join(t.TempDir(), "none.cfg")} {
		if _, err := Look(file, handles); err == nil {
			t.Errorf("no error for %s", file)
		}
	}
}

// BenchmarkLook is what the gate costs for a unit that has nothing to do with tokens
// and is as large as net/http.
func BenchmarkLook(b *testing.B) {
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
		if got, err := Look(file, handles); err != nil || got != Skipped {
			b.Fatal(got, err)
		}
	}
}
