package vettest

import (
	"bytes"
	"os"
	"path/filepath"

	"golang.org/x/tools/txtar"
)

// writeIgnored writes the settings files of testdata that git ignores, where they are not there as
// they should be: no commit has them, as it would make them files that git keeps.
func writeIgnored(root string) error {
	archive, err := txtar.ParseFile(filepath.Join(root, "ignored.txtar"))
	if err != nil {
		return err
	}
	for _, f := range archive.Files {
		path := filepath.Join(root, filepath.FromSlash(f.Name))
		if data, err := os.ReadFile(path); err == nil && bytes.Equal(data, f.Data) {
			continue
		}
		if err := os.WriteFile(path, f.Data, 0o666); err != nil {
			return err
		}
	}
	return nil
}
