package gopls

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// app is a file that signs by a wrapper of another package; the key stands for KEY, and what
// gopls itself reports for MARK.
const app = `package app

import (
	"fmt"
	"net/http"

	"example.com/app/maker"
)

func Sign(w http.ResponseWriter, key string) {
	token, _ := maker.Sign(KEY)
	http.SetCookie(w, &http.Cookie{Name: "token", Value: token, MaxAge: 60, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	fmt.Printf("%d", "MARK")
}
`

const maker = `package maker

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func Sign(key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"exp": time.Now().Add(time.Minute).Unix()}).SignedString(key)
}
`

func edited(key, mark string) string {
	return strings.NewReplacer("KEY", key, "MARK", mark).Replace(app)
}

// workspace writes a module with the packages of the tests and returns its folder.
func workspace(t testing.TB, files map[string]string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	sums, err := os.ReadFile(filepath.Join(testdata(t), "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	all := fstest.MapFS{
		"go.mod": {Data: []byte("module example.com/app\n\ngo 1.25.0\n\nrequire github.com/golang-jwt/jwt/v5 v5.3.1\n")},
		"go.sum": {Data: sums}, "maker/maker.go": {Data: []byte(maker)},
	}
	for name, text := range files {
		all[name] = &fstest.MapFile{Data: []byte(text)}
	}
	if err := os.CopyFS(dir, all); err != nil {
		t.Fatal(err)
	}
	return dir
}

// testdata returns the folder of the module that holds the cases of the analyzers.
func testdata(t testing.TB) string {
	t.Helper()
	dir, err := filepath.Abs("../../../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}
