package settings

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// What stands in front of a program is beside it, or beside its module in the repository; a package
// of that name deep in the program is none, nor is what belongs to another repository.
func TestProxies(t *testing.T) {
	top := t.TempDir()
	for _, name := range []string{
		"nginx.conf", "shop/.git/HEAD", "shop/Caddyfile", "shop/deploy/nginx/default.conf",
		"shop/api-gateway/go.mod", "shop/auth/go.mod", "shop/auth/main.go", "shop/auth/cmd/server/main.go",
		"shop/auth/k8s/ingress.yaml", "shop/auth/internal/adapter/gateway/mail.go", "shop/auth/gateway.go",
		"shop/auth/node_modules/nginx/x", "shop/auth/payment_gateway.txt", "bare/main.go",
	} {
		path := filepath.Join(top, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, path := range Proxies(filepath.Join(top, "shop", "auth", "cmd", "server")) {
		rel, err := filepath.Rel(top, path)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, filepath.ToSlash(rel))
	}
	want := []string{"shop/auth/k8s/ingress.yaml", "shop/Caddyfile", "shop/api-gateway", "shop/deploy/nginx"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if got := Proxies(filepath.Join(top, "bare")); got != nil {
		t.Errorf("outside a module: got %q", got)
	}
}
