package files

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
)

// KeyLimit is the size in bytes up to which a file is looked at for a private key.
const KeyLimit = 64 << 10

// prose are the ends of the names of files that hold no key: sources, pages, pictures, archives.
var prose = []string{
	".go", ".js", ".mjs", ".cjs", ".ts", ".tsx", ".jsx", ".vue", ".css", ".scss", ".less", ".html",
	".tmpl", ".templ", ".md", ".mdx", ".rst", ".sql", ".proto", ".svg", ".png", ".jpg", ".jpeg",
	".gif", ".ico", ".webp", ".woff", ".woff2", ".ttf", ".mod", ".sum", ".lock", ".map", ".gz",
	".zip", ".wasm",
}

// MayHoldKey reports whether a file of the name can be one with a private key: of any name that is
// not known for something else.
func MayHoldKey(name string) bool {
	return !slices.Contains(prose, strings.ToLower(filepath.Ext(name)))
}

// HoldsPrivateKey reports whether data has a private key in PEM (RFC 7468 sections 10 and 11).
func HoldsPrivateKey(data []byte) bool { return bytes.Contains(data, []byte("PRIVATE KEY-----")) }
