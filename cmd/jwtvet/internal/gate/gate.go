// Package gate decides, before anything is parsed, whether a unit that go vet hands over can have to do with tokens.
package gate

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/jwtvet/jwtvet/analyzers"
)

// unit is the part of go vet's description of a package that the gate reads.
type unit struct {
	ModulePath    string
	ModuleVersion string
	ImportMap     map[string]string
	PackageVetx   map[string]string
	VetxOutput    string
}

// Skip reports whether the unit described by the file cfg can be left out, and then has written the empty facts that go
// vet asks for. A unit is looked into when it belongs to the user's own modules, imports a library that handles tokens,
// or imports a package that has facts. An error means that cfg cannot be read or the facts cannot be written.
func Skip(cfg string) (bool, error) {
	data, err := os.ReadFile(cfg)
	if err != nil {
		return false, fmt.Errorf("reading the package description of go vet: %w", err)
	}
	var u unit
	if err := json.Unmarshal(data, &u); err != nil {
		return false, fmt.Errorf("%s is no package description of go vet: %w", cfg, err)
	}
	if u.concerned() {
		return false, nil
	}
	if u.VetxOutput == "" {
		return true, nil
	}
	return true, os.WriteFile(u.VetxOutput, nil, 0o666)
}

func (u *unit) concerned() bool {
	if u.ModulePath != "" && u.ModuleVersion == "" {
		return true
	}
	for _, path := range u.ImportMap {
		if analyzers.HandlesTokens(path) {
			return true
		}
	}
	for _, vetx := range u.PackageVetx {
		if info, err := os.Stat(vetx); err == nil && info.Size() > 0 {
			return true
		}
	}
	return false
}
