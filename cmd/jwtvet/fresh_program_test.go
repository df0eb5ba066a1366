package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A report about one program holds until another program of the module tests the key: that is no part
// of its packages.
func TestFreshPrograms(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod":           goMod,
		"go.sum":           goSum,
		"config/config.go": "package config\n\nimport \"os\"\n\nvar JWTSecret = os.Getenv(\"APP_SECRET\")\n",
		"auth/auth.go": `package auth

import (
	"example.com/app/config"

	"github.com/golang-jwt/jwt/v5"
)

// Sign signs claims.
func Sign(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(config.JWTSecret))
}
`,
		"server/main.go": "package main\n\nimport \"example.com/app/auth\"\n\nfunc main() { println(auth.Sign) }\n",
		"tool/main.go":   "package main\n\nfunc main() {}\n",
	})
	tool := filepath.Join(dir, "tool", "main.go")
	for _, step := range []struct {
		name, main string
		reports    int
	}{
		{"nobody tests the key", "package main\n\nfunc main() {}\n", 1},
		{"another program does", "package main\n\nimport \"example.com/app/config\"\n\n" +
			"func main() {\n\tif config.JWTSecret == \"\" {\n\t\tpanic(\"no key\")\n\t}\n}\n", 0},
		{"and does not any more", "package main\n\nfunc main() { println() }\n", 1},
	} {
		if err := os.WriteFile(tool, []byte(step.main), 0o666); err != nil {
			t.Fatal(err)
		}
		out, errs, _ := run(t, dir, nil, "./...")
		if got := strings.Count(out, ": unchecked-secret: "); got != step.reports {
			t.Errorf("%s: %d reports, want %d\n%s%s", step.name, got, step.reports, out, errs)
		}
	}
}
