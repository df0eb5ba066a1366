package jwtsecret

// This file looks for a private key file that is kept with the source:
//
//	pem, _ := os.ReadFile("keys/private.pem") // is there such a file in the module?
//	key, _ := jwt.ParseRSAPrivateKeyFromPEM(pem)

import (
	"path/filepath"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// privateKeyFile reports whether the module keeps a file with a private key under the relative
// path.
func (c *check) privateKeyFile(path string) bool {
	if filepath.IsAbs(path) || path == "" || !files.MayHoldKey(path) || len(c.Files) == 0 {
		return false
	}
	above := files.Above(filepath.Dir(files.Written(c.Fset, c.Files[0].Package)))
	module := above[len(above)-1]
	for _, dir := range above {
		name := filepath.Join(dir, path)
		if rel, err := filepath.Rel(module, name); err != nil || !filepath.IsLocal(rel) {
			continue
		}
		data, err := regular.Read(name, files.KeyLimit)
		if err == nil && files.HoldsPrivateKey(data) {
			return true
		}
	}
	return false
}
