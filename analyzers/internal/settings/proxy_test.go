package settings

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// What stands in front of a program is beside it, or beside its module in the repository; a package
// of that name deep in the program is none, nor is what belongs to another repository.
func TestFronts(t *testing.T) {
	top := t.TempDir()
	content := map[string]string{
		"shop/auth/compose.yaml":          "services:\n  web:\n    image: \"jwilder/nginx-proxy:1\"\n",
		"shop/auth/compose.dev.yaml":      "services:\n  web:\n    # image: nginx\n    image: postgres\n",
		"shop/auth/k8s/shop.yaml":         "apiVersion: v1\nkind: Service\n---\nkind: Ingress\n",
		"shop/auth/k8s/service.yaml":      "kind: Service\nmetadata: {name: gateway}\n",
		"shop/auth/deploy/up.sh":          "docker run -e VIRTUAL_HOST=shop.example.org shop\n",
		"shop/README.md":                  "In production, run it behind a reverse proxy.\n",
		"shop/auth/app.yaml":              "runtime: go126\ninstance_class: F1\n",
		"shop/auth/app.local.yaml":        "# runtime: go\nname: runtime\n",
		"shop/auth/README.md":             "Run it with `go run .` and open port 8080.\n",
		"shop/auth/internal/a/README.md":  "nginx\n",
		"shop/docs/production-guide.md":   "Nginx terminates TLS.\n",
		"shop/docs/glossary.md":           "Nginx: a web server.\n",
		"stall/README.md":                 "若使用反向代理，请配置 trusted_proxies。\n",
		"live/api/README.md":              "Live API deployed on **Heroku**\n",
		"live/.github/workflows/ship.yml": "  run: gcloud run deploy api --image \"$IMAGE\"\n",
		"home/.github/workflows/test.yml": "  run: go test ./... # gcloud run deploy\n",
		"home/api/README.md":              "How to render a page, live, on your own machine.\n",
	}
	for _, name := range []string{
		"nginx.conf", "shop/.git/HEAD", "shop/Caddyfile", "shop/deploy/nginx/default.conf",
		"shop/api-gateway/go.mod", "shop/auth/go.mod", "shop/auth/main.go", "shop/auth/cmd/server/main.go",
		"shop/auth/k8s/ingress.yaml", "shop/auth/internal/adapter/gateway/mail.go", "shop/auth/gateway.go",
		"shop/auth/node_modules/nginx/x", "shop/auth/payment_gateway.txt", "bare/main.go",
		"shop/auth/compose.yaml", "shop/auth/compose.dev.yaml", "shop/auth/k8s/shop.yaml",
		"shop/auth/k8s/service.yaml", "shop/auth/deploy/up.sh", "shop/README.md", "shop/auth/README.md",
		"shop/auth/internal/a/README.md", "shop/docs/production-guide.md", "shop/docs/glossary.md", "shop/auth/app.yaml", "shop/auth/app.local.yaml",
		"shop/auth/Dockerfile.render", "live/api/go.mod", "live/api/README.md", "live/.git/HEAD", "home/.git/HEAD", "stall/go.mod", "stall/README.md",
		"live/.github/workflows/ship.yml", "home/.github/workflows/test.yml",
		"home/api/go.mod", "home/api/README.md", "shop/auth/fly.toml", "shop/auth/butterfly.toml", "shop/auth/railway.yml",
	} {
		path := filepath.Join(top, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content[name]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	below := func(paths []string) (out []string) {
		for _, path := range paths {
			rel, err := filepath.Rel(top, path)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, filepath.ToSlash(rel))
		}
		return out
	}
	proxies, platforms := Fronts(filepath.Join(top, "shop", "auth", "cmd", "server"))
	want := []string{
		"shop/auth/compose.yaml", "shop/auth/deploy/up.sh", "shop/auth/k8s/ingress.yaml", "shop/auth/k8s/shop.yaml",
		"shop/Caddyfile", "shop/README.md", "shop/api-gateway", "shop/deploy/nginx",
		"shop/docs/production-guide.md",
	}
	if got := below(proxies); !slices.Equal(got, want) {
		t.Errorf("proxies: got %q", got)
	}
	if got := below(platforms); !slices.Equal(got, []string{"shop/auth/Dockerfile.render", "shop/auth/app.yaml", "shop/auth/fly.toml", "shop/auth/railway.yml"}) {
		t.Errorf("platforms: got %q", got)
	}
	if _, platforms := Fronts(filepath.Join(top, "live", "api")); !slices.Equal(below(platforms), []string{
		"live/api/README.md", "live/.github/workflows/ship.yml"}) {
		t.Errorf("a README and a workflow that name a platform: got %q", platforms)
	}
	if proxies, _ := Fronts(filepath.Join(top, "stall")); !slices.Equal(below(proxies), []string{"stall/README.md"}) {
		t.Errorf("a README in Chinese: got %q", proxies)
	}
	if proxies, platforms := Fronts(filepath.Join(top, "home", "api")); len(proxies)+len(platforms) > 0 {
		t.Errorf("a README that only sounds so: got %q, %q", proxies, platforms)
	}
	if proxies, platforms := Fronts(filepath.Join(top, "bare")); proxies != nil || platforms != nil {
		t.Errorf("outside a module: got %q, %q", proxies, platforms)
	}
}
