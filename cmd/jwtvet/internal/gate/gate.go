// Package gate stands between the go command and the analysis. Under go vet the tool is started
// once for each package of the build, the standard library included, and parses and type-checks
// what it is given. The gate sends most of these units away after a look at their description.
package gate

import (
	"encoding/json"
	"os"
	"strings"
)

// Protocol reports whether args, without the program's name, are what the go
// command says to a vet tool.
func Protocol(args []string) bool {
	if len(args) == 0 {
		return false
	}
	return args[0] == "-flags" || strings.HasPrefix(args[0], "-V=") || Unit(args) != ""
}

// Unit returns the file that describes a unit of analysis, "" when args name none.
func Unit(args []string) string {
	if len(args) == 0 || !strings.HasSuffix(args[len(args)-1], ".cfg") {
		return ""
	}
	return args[len(args)-1]
}

// unit is the part of the description that decides. The go command writes
// the rest for the analysis.
type unit struct {
	ImportPath    string
	ModulePath    string
	ModuleVersion string
	Module        *struct{ Path, Version string } // takes over from the two above in go1.27
	ImportMap     map[string]string               // the paths that the package imports are its keys
	PackageVetx   map[string]string               // facts of each package it imports
	VetxOnly      bool                            // nothing but facts is asked for
	VetxOutput    string                          // where its own facts go
}

// A Verdict is what is to become of a unit.
type Verdict int

// The verdicts.
const (
	Skipped Verdict = iota // there is nothing to look for: its facts, which are none, are written
	Whole                  // it is to be analysed
	Facts                  // and nobody reads reports: others import it, and it is reported with its tests
	// it is to be analysed, and so will not be all that is known of it: an analyzer failed on a
	// package that it imports
	Partial
)

// Look decides on the unit that a file describes. It is skipped when it is not the user's own, it
// imports no package that handles tokens, and no fact reaches it.
func Look(file string, handles func(path string) bool) (Verdict, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return Skipped, err
	}
	var u unit
	if err := json.Unmarshal(data, &u); err != nil {
		return Skipped, err
	}
	switch reached, partial := u.reached(); {
	case partial:
		return Partial, nil
	case !reached && !u.own() && !u.imports(handles):
	case u.VetxOnly:
		return Facts, nil
	default:
		return Whole, nil
	}
	return Skipped, os.WriteFile(u.VetxOutput, nil, 0o666)
}

// own reports whether the unit belongs to a module that is being worked on. Only those have no
// version. Files that are named instead of packages make a package of no module.
func (u *unit) own() bool {
	if u.ImportPath == "command-line-arguments" {
		return true
	}
	if u.ModulePath != "" {
		return u.ModuleVersion == ""
	}
	return u.Module != nil && u.Module.Path != "" && u.Module.Version == ""
}

func (u *unit) imports(handles func(path string) bool) bool {
	for path, pkg := range u.ImportMap {
		if handles(path) || pkg != path && handles(pkg) {
			return true
		}
	}
	return false
}

// reached reports whether a package that the unit imports has facts, and whether some of
// these are partial. A unit that was skipped has an empty file, one that failed a folder.
func (u *unit) reached() (some, partial bool) {
	for _, file := range u.PackageVetx {
		if info, err := os.Stat(file); err == nil {
			some = some || info.Size() > 0
			partial = partial || info.IsDir()
		}
	}
	return some, partial
}
