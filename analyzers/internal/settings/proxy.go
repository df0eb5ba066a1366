package settings

// This file looks for what stands in front of a program, by the names of files and folders beside
// it, and by what some of them say:
//
//	shop/nginx.conf              shop/deploy/nginx/default.conf
//	shop/auth/go.mod             shop/gateway/main.go // another module of the repository
//	shop/compose.yaml            image: traefik:v3
//	shop/k8s/shop.yaml           kind: Ingress
//	shop/README.md               Run it behind a reverse proxy.
//	shop/docs/deployment.md      Nginx terminates TLS.
//	shop/fly.toml                // a platform that answers HTTPS itself
//	shop/.github/workflows/x.yml run: gcloud run deploy shop
//	shop/app.yaml                runtime: go126
//	shop/README.md               The API is deployed on Heroku.

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
	deployed = pattern.New(`(?m)^[^#\n]*(image: *["']?[^\s#]*(nginx|traefik|caddy|haproxy|envoy|kong|cloudflared|ngrok)|` +
		`VIRTUAL_HOST|LETSENCRYPT|certbot|traefik\.|^kind: *["']?(Ingress|Gateway|HTTPRoute|VirtualService))`)
	reads = pattern.New(`(?i)^(readme(\..*)?|[^.]*(deploy|production|hosting|docker|kubernetes|install)[^.]*\.(md|rst|adoc))$`)
	read  = pattern.New(`(?i)reverse[ -]prox(y|ies)|load[ -]balancer|ingress|nginx|caddy|traefik|haproxy|cloudflare|` +
		`(tls|ssl|https)[ -]terminat|terminat\w* (tls|ssl|https)|` +
		`反向代理|反代|リバースプロキシ|обратн\S+ прокси|proxy (inverso|reverso)`)
	runsOn = pattern.New(`(?i)\b(deployed|hosted|running|hosting|live)\W+((on|at|with|by|it)\W+){0,2}` +
		`(heroku|render|railway|fly\.io|vercel|koyeb|google cloud run|cloud run|app engine)\b`)

	// What runs programs, and answers HTTPS for them.
	platform = pattern.New(`(?i)^(fly(\..*)?\.toml|render\.ya?ml|railway\.(json|toml|ya?ml)|(heroku|koyeb)\.ya?ml|` +
		`dockerfile\.(render|fly|heroku|railway|koyeb)|vercel\.json|procfile)$`)
	hosted  = pattern.New(`(?m)^(runtime: *["']?(go|custom)|apiVersion: *["']?serving\.knative\.dev)`)
	uploads = pattern.New(`(?m)^[^#\n]*(gcloud (beta )?(run|app) deploy|deploy-cloudrun|deploy-appengine|` +
		`azure/webapps-deploy|az (webapp|containerapp) |flyctl|heroku-deploy|git\.heroku\.com|railway up|` +
		`api\.render\.com/deploy|koyeb)`)
)

// What is looked at: so many entries of a folder, files beside one module, and bytes of a file.
const (
	maxBeside = 256
	maxRead   = 64
	maxSize   = 1 << 20
)

// Fronted reports whether files beside the program of a package say that a proxy is in front of it,
// which may refuse requests.
func Fronted(pass *analysis.Pass) bool {
	proxies, _ := Fronts(folder(pass))
	return len(proxies) > 0
}

// Encrypted reports whether files beside the program of a package say that something in front of it
// can answer HTTPS: a proxy, or the platform that runs it.
func Encrypted(pass *analysis.Pass) bool {
	proxies, platforms := Fronts(folder(pass))
	return len(proxies)+len(platforms) > 0
}

func folder(pass *analysis.Pass) string {
	return filepath.Dir(pass.Fset.File(pass.Files[0].FileStart).Name())
}

// Fronts returns the files and folders that configure a proxy in front of the module around a
// folder, or say that there is one, and the files for platforms that run it: below its root, or
// below a folder of the repository above it, two levels deep. Nil outside a module.
func Fronts(dir string) (proxies, platforms []string) {
	above := files.Above(dir)
	root := above[len(above)-1]
	if _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil {
		return nil, nil
	}
	var f fronts
	for top := Repository(root); ; root = filepath.Dir(root) {
		f.find(root, true)
		if root == top || root == filepath.Dir(root) {
			return f.proxies, f.platforms
		}
	}
}

// fronts finds what stands in front of a program.
type fronts struct {
	proxies, platforms []string
	read               int // files so far
}

// find adds what stands in a folder, and in the folders in it.
func (f *fronts) find(dir string, deeper bool) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries[:min(len(entries), maxBeside)] {
		path := filepath.Join(dir, e.Name())
		if filepath.Ext(path) == ".go" || slices.Contains(f.proxies, path) || slices.Contains(f.platforms, path) {
			continue
		}
		text := ""
		if e.Type().IsRegular() {
			text = f.text(path)
		}
		switch {
		case proxy().MatchString(e.Name()) || says(path).MatchString(text):
			f.proxies = append(f.proxies, path)
		case platform().MatchString(e.Name()) || hosted().MatchString(text) || uploads().MatchString(text) ||
			reads().MatchString(e.Name()) && runsOn().MatchString(text):
			f.platforms = append(f.platforms, path)
		case e.IsDir() && deeper && e.Name() == ".github":
			f.find(filepath.Join(path, "workflows"), false)
		case e.IsDir() && deeper && e.Name()[0] != '.' && e.Name() != "node_modules":
			f.find(path, false)
		}
	}
}

// text returns what stands in a file that deploys or describes a program, "" for other files.
func (f *fronts) text(path string) string {
	if !deploys().MatchString(path) && !reads().MatchString(filepath.Base(path)) {
		return ""
	}
	if f.read++; f.read > maxRead {
		return ""
	}
	data, err := regular.Read(path, maxSize)
	if err != nil {
		return ""
	}
	return string(data)
}

// says returns what finds in the text of a file that a proxy is in front.
func says(path string) *pattern.Pattern {
	if reads().MatchString(filepath.Base(path)) {
		return read()
	}
	return deployed()
}
