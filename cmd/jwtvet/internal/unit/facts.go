package unit

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
)

// The go command keeps the facts of a package, which are a file, and with them what was
// said of it. It hands on a folder in the place of that file as well, and keeps nothing,
// since a folder has no content:
//
//	vet.out         facts of a package that was analysed as a whole
//	vet.out/facts   facts of a package that was not, or that imports one that was not:
//	                good for this run
const within = "facts"

// isPartial reports whether facts are those of a package that was not analysed as a whole.
func isPartial(file string) bool {
	info, err := os.Stat(file)
	return err == nil && info.IsDir()
}

// lessen makes the facts in a file partial. Where there are none, there is nothing to keep.
func lessen(file string) error {
	aside := file + "." + within
	if err := os.Rename(file, aside); os.IsNotExist(err) {
		return nil
	} else if err != nil {
		return err
	}
	if err := os.Mkdir(file, 0o777); err != nil {
		return err
	}
	return os.Rename(aside, filepath.Join(file, within))
}

// describe returns the file that describes a unit to its analysis, which reads facts from files
// only. It is the same file where all facts are. It reports whether any of them are partial.
func describe(file string, data []byte) (described string, partial bool, err error) {
	var all map[string]json.RawMessage
	var facts map[string]string
	if err := json.Unmarshal(data, &all); err != nil {
		return "", false, err
	}
	if err := json.Unmarshal(all["PackageVetx"], &facts); err != nil && all["PackageVetx"] != nil {
		return "", false, err
	}
	for pkg, name := range maps.Clone(facts) {
		if isPartial(name) {
			facts[pkg], partial = filepath.Join(name, within), true
		}
	}
	if !partial {
		return file, false, nil
	}
	if all["PackageVetx"], err = json.Marshal(facts); err != nil {
		return "", false, err
	}
	if data, err = json.Marshal(all); err != nil {
		return "", false, err
	}
	described = file + ".described.cfg"
	return described, true, os.WriteFile(described, data, 0o666)
}
