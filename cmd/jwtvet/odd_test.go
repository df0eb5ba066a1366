package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// odd makes something of a name that is no file, or skips the test where
// the system has no such thing.
func odd(t *testing.T, dir, name, target string) {
	t.Helper()
	path := filepath.Join(dir, name)
	err := os.MkdirAll(filepath.Dir(path), 0o777)
	switch {
	case err != nil:
	case target == "pipe":
		err = exec.Command("mkfifo", path).Run()
	case target == "gigabyte":
		if err = os.WriteFile(path, nil, 0o666); err == nil {
			err = os.Truncate(path, 1<<30)
		}
	default:
		err = os.Symlink(target, path)
	}
	if err != nil {
		t.Skip(err)
	}
}

// readsKeys reads private keys from files.
func readsKeys(names ...string) string {
	text := "package keys\n\nimport (\n\t\"os\"\n\n\t\"github.com/golang-jwt/jwt/v5\"\n)\n"
	for i, name := range names {
		text += fmt.Sprintf(`
func sign%d(claims jwt.Claims) (string, error) {
	pem, err := os.ReadFile(%q)
	if err != nil {
		return "", err
	}
	key, err := jwt.ParseRSAPrivateKeyFromPEM(pem)
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodRS256, claims).SignedString(key)
}
`, i, name)
	}
	return text
}

// Nothing that a module holds or names makes the analysis wait or read without end.
func TestOddFiles(t *testing.T) {
	names := []string{
		"pipe.pem", "zero.pem", "large.pem", "loop.pem", "folder.pem",
		"../../../../../../dev/zero", "real.pem",
	}
	serves := strings.Replace(ships, "views/*.html", "views/*/*/*/*/*/*/*/*/*/*/*/*/*.html", 1) + `
var more = template.Must(template.ParseFiles("odd/pipe.html", "odd/zero.html", "odd/large.html", "odd/loop.html", "odd/folder.html", "../../../../../dev/zero"))
`
	dir := jwtModule(t, map[string]string{
		"bad/bad.go": bad, "keys/keys.go": readsKeys(names...),
		"keys/real.pem": "-----BEGIN PRIVATE KEY-----\n", "keys/folder.pem/x": "",
		"web/web.go": serves, "web/dist/app.js": "a()\n", "web/views/login.html": "<p>\n",
		"web/odd/folder.html/x.html": "<p>\n", "sub.go/x.txt": "",
	})
	for name, target := range map[string]string{
		"keys/pipe.pem": "pipe", "keys/zero.pem": "/dev/zero", "keys/large.pem": "gigabyte",
		"keys/loop.pem":     "loop.pem",
		"web/odd/pipe.html": "pipe", "web/odd/zero.html": "/dev/zero",
		"web/odd/large.html": "gigabyte", "web/odd/loop.html": "loop.html",
		"loop": ".", "root": "/", "bad/up": "..", "web/views/a": ".", "web/views/b": "../views",
		"web/views/c": "..", "web/views/d": "../..",
	} {
		odd(t, dir, name, target)
	}
	out, errs, code := soon(t, dir)
	if code != 1 || errs != "" || !strings.Contains(out, "./bad/bad.go:7:79: hardcoded-secret") {
		t.Errorf("got %d\n%s%s", code, out, errs)
	}
	if strings.Count(out, "embedded-secret") != 1 || !strings.Contains(out, "./keys/keys.go:") {
		t.Errorf("want one report of real.pem, got\n%s", out)
	}
}

// Where the go command would wait forever, it is not started.
func TestPipes(t *testing.T) {
	for _, name := range []string{
		"bad/x.go", "bad/x_test.go", "bad/x.h", "bad/x.s", "go.mod", "go.sum", "vendor/modules.txt",
		"node_modules/parts/x.go",
	} {
		t.Run(name, func(t *testing.T) {
			dir := jwtModule(t, map[string]string{"bad/bad.go": bad})
			os.Remove(filepath.Join(dir, name))
			odd(t, dir, name, "pipe")
			for _, where := range []string{dir, filepath.Join(dir, "bad")} {
				if out, errs, code := soon(t, where); code != 2 || out != "" || lines(errs) != 1 ||
					!strings.Contains(errs, name+" is a pipe or a device") {
					t.Errorf("got %d\n%s%s", code, out, errs)
				}
			}
		})
	}
}

// A folder that the go command does not look into may hold what it likes, until it is named.
func TestPipesAside(t *testing.T) {
	dir := jwtModule(t, map[string]string{
		"bad/bad.go": bad, "testdata/x/y.go": named("x"), "nested/go.mod": "module nested\n",
	})
	for _, name := range []string{"testdata/x/x.go", "_old/x.go", ".git/x.go", "nested/x.go"} {
		odd(t, dir, name, "pipe")
	}
	if out, errs, code := soon(t, dir); code != 1 || errs != "" {
		t.Errorf("got %d\n%s%s", code, out, errs)
	}
	for _, pattern := range []string{"./testdata/x", "./testdata/...", "example.com/app/testdata/x"} {
		if out, errs, code := soon(t, dir, pattern); code != 2 || out != "" || lines(errs) != 1 ||
			!strings.Contains(errs, "x.go is a pipe or a device") {
			t.Errorf("%s: got %d\n%s%s", pattern, code, out, errs)
		}
	}
}

// What the go command can live with is for it to judge: one package is not
// analysed, and the others are.
func TestOddSources(t *testing.T) {
	for name, target := range map[string]string{
		"dangling.go": "nowhere.go", "loop.go": "loop.go", "null.go": os.DevNull, "folder.go": "..",
	} {
		t.Run(name, func(t *testing.T) {
			dir := jwtModule(t, map[string]string{"bad/bad.go": bad, "odd/odd.go": named("odd")})
			odd(t, dir, "odd/"+name, target)
			out, errs, code := soon(t, dir)
			if !strings.Contains(out, "./bad/bad.go:7:79: hardcoded-secret") ||
				strings.Contains(out, "./odd/odd.go") ==
					strings.Contains(errs, "app/odd was not analysed") {
				t.Errorf("got %d\n%s%s", code, out, errs)
			}
		})
	}
}

// A folder that cannot be read is named, and is no matter to who asks for another.
func TestUnreadableFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("nothing is unreadable for this user")
	}
	dir := jwtModule(t, map[string]string{"bad/bad.go": bad, "closed/x.go": named("closed")})
	closed := filepath.Join(dir, "closed")
	if err := os.Chmod(closed, 0); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(closed, 0o700)
	if out, errs, code := soon(t, dir); code < 2 || !strings.Contains(errs, "closed") ||
		lines(errs) != 1 {
		t.Errorf("got %d\n%s%s", code, out, errs)
	}
	if out, errs, code := soon(t, dir, "./bad"); code != 1 ||
		!strings.Contains(out, "./bad/bad.go:7:79: hardcoded-secret") {
		t.Errorf("./bad: got %d\n%s%s", code, out, errs)
	}
}

// What is no file of the package cannot be embedded, and is not read. The go command says so.
func TestOddEmbeds(t *testing.T) {
	for name, target := range map[string]string{"link": "/etc", "pipe": "pipe", "outside": ".."} {
		t.Run(name, func(t *testing.T) {
			embeds := fmt.Sprintf(
				"package web\n\nimport \"embed\"\n\n//go:embed %s\nvar files embed.FS\n", name)
			dir := jwtModule(t, map[string]string{"web/web.go": embeds})
			odd(t, dir, "web/"+name, target)
			if out, errs, code := soon(t, dir); code == 0 ||
				!strings.Contains(errs, "pattern "+name) {
				t.Errorf("got %d\n%s%s", code, out, errs)
			}
		})
	}
}
