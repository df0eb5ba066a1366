package settings

// This file looks for what stands in front of a program, by the names of files and folders beside
// it:
//
//	shop/nginx.conf              shop/deploy/nginx/default.conf
//	shop/auth/go.mod             shop/gateway/main.go // another module of the repository

import (
	"os"
	"path/filepath"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

var proxy = pattern.New(`(?i)^(.*nginx.*|caddyfile.*|caddy|traefik.*|haproxy.*|envoy(\.ya?ml)?|kong(\.ya?ml)?|` +
	`.*ingress.*\.ya?ml|ingress|([a-z]+[-_.])?(api)?gateway([-_.]service)?)$`)

// maxBeside is how many entries of a folder are looked at.
const maxBeside = 256

// Proxies returns the files and folders that configure a proxy in front of the module around a
// folder: below its root, or below a folder of the repository above it, two levels deep. Nil
// outside a module.
func Proxies(dir string) (out []string) {
	above := files.Above(dir)
	root := above[len(above)-1]
	if _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil {
		return nil
	}
	for top := Repository(root); ; root = filepath.Dir(root) {
		out = append(out, proxiesIn(root, true)...)
		if root == top || root == filepath.Dir(root) {
			return out
		}
	}
}

// proxiesIn returns those in a folder, and in the folders in it.
func proxiesIn(dir string, deeper bool) (out []string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries[:min(len(entries), maxBeside)] {
		path := filepath.Join(dir, e.Name())
		switch {
		case filepath.Ext(path) == ".go":
		case proxy().MatchString(e.Name()):
			out = append(out, path)
		case e.IsDir() && deeper && e.Name()[0] != '.' && e.Name() != "node_modules":
			out = append(out, proxiesIn(path, false)...)
		}
	}
	return out
}
