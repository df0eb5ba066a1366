// Package file fills what it is given with a file, or with what another function reads.
package file

import (
	"io"
	"os"

	"gopkg.in/yaml.v3"
)

func Load(path string, out any) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return yaml.Unmarshal(data, out)
}

func Decode(r io.Reader, out any) error { return yaml.NewDecoder(r).Decode(out) }
