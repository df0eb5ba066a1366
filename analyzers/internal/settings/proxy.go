package settings

// This file looks for what stands in front of a program, by the names of files and folders beside
// it, and by what some of them say:
//
//	shop/nginx.conf              shop/deploy/nginx/default.conf
//	shop/auth/go.mod             shop/gateway/main.go // another module of the repository
//	shop/compose.yaml            image: traefik:v3
//	shop/k8s/shop.yaml           kind: Ingress
//	shop/README.md               Run it behind a reverse proxy.

import (
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/internal/regular"
)

var (
	proxy = pattern.New(`(?i)^(.*nginx.*|caddyfile.*|caddy|traefik.*|haproxy.*|envoy(\.ya?ml)?|kong(\.ya?ml)?|` +
		`.*ingress.*\.ya?ml|ingress|([a-z]+[-_.])?(api)?gateway([-_.]service)?)$`)
	deploys  = pattern.New(`(?i)\.(ya?ml|sh)$`)
	deployed = pattern.New(`(?m)^[^#\n]*(image: *["']?[^\s#]*(nginx|traefik|caddy|haproxy|envoy|kong|cloudflared)|` +
		`VIRTUAL_HOST|LETSENCRYPT|certbot|traefik\.|^kind: *["']?(Ingress|Gateway|HTTPRoute|VirtualService))`)
	reads = pattern.New(`(?i)^readme(\.[a-z]+)?$`)
	read  = pattern.New(`(?i)reverse[ -]prox(y|ies)|load[ -]balancer|ingress|nginx|caddy|traefik|haproxy|cloudflare|` +
		`(tls|ssl|https)[ -]terminat|terminat\w* (tls|ssl|https)`)
)

// What is looked at: so many entries of a folder, files beside one module, and bytes of a file.
const (
	maxBeside = 256
	maxRead   = 64
	maxSize   = 1 << 20
)

// Fronted reports whether files beside the program of a package say that a proxy is in front of it.
func Fronted(pass *analysis.Pass) bool {
	return len(Proxies(filepath.Dir(pass.Fset.File(pass.Files[0].FileStart).Name()))) > 0
}

// Proxies returns the files and folders that configure a proxy in front of the module around a
// folder, or say that there is one: below its root, or below a folder of the repository above it,
// two levels deep. Nil outside a module.
func Proxies(dir string) []string {
	above := files.Above(dir)
	root := above[len(above)-1]
	if _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil {
		return nil
	}
	var f fronts
	for top := Repository(root); ; root = filepath.Dir(root) {
		f.find(root, true)
		if root == top || root == filepath.Dir(root) {
			return f.found
		}
	}
}

// fronts finds what stands in front of a program.
type fronts struct {
	found []string
	read  int // files so far
}

// find adds what stands in a folder, and in the folders in it.
func (f *fronts) find(dir string, deeper bool) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries[:min(len(entries), maxBeside)] {
		path := filepath.Join(dir, e.Name())
		switch {
		case filepath.Ext(path) == ".go" || slices.Contains(f.found, path):
		case proxy().MatchString(e.Name()) || e.Type().IsRegular() && f.says(path):
			f.found = append(f.found, path)
		case e.IsDir() && deeper && e.Name()[0] != '.' && e.Name() != "node_modules":
			f.find(path, false)
		}
	}
}

// says reports whether a file that deploys or describes a program says that a proxy is in front.
func (f *fronts) says(path string) bool {
	is := deployed
	if reads().MatchString(filepath.Base(path)) {
		is = read
	} else if !deploys().MatchString(path) {
		return false
	}
	if f.read++; f.read > maxRead {
		return false
	}
	data, err := regular.Read(path, maxSize)
	return err == nil && is().MatchString(string(data))
}
