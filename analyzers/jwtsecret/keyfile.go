package jwtsecret

// This file looks for a private key file that is kept with the source:
//
//	pem, _ := os.ReadFile("keys/private.pem") // is there such a file in the module?
//	key, _ := jwt.ParseRSAPrivateKeyFromPEM(pem)

import (
	"os"
	"path/filepath"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
)

// privateKeyFile reports whether the module keeps a file with a private key under the relative
// path.
func (c *check) privateKeyFile(path string) bool {
	if filepath.IsAbs(path) || path == "" || !files.MayHoldKey(path) || len(c.Files) == 0 {
		return false
	}
	for _, dir := range files.Above(filepath.Dir(c.Fset.Position(c.Files[0].Pos()).Filename)) {
		name := filepath.Join(dir, path)
		if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() ||
			info.Size() > files.KeyLimit {
			continue
		}
		if data, err := os.ReadFile(name); err == nil && files.HoldsPrivateKey(data) {
			return true
		}
	}
	return false
}
