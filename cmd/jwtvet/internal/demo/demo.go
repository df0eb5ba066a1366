// Package demo holds a small vulnerable login service, so that a newcomer sees
// reports with no project at hand.
package demo

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// The files end in .txt so that the go command does not take them for a part of this module.
//
//go:embed service
var service embed.FS

// Write writes the service to a new temporary folder and returns its path. The caller removes it.
func Write() (string, error) {
	dir, err := os.MkdirTemp("", "jwtvet-demo-")
	if err != nil {
		return "", fmt.Errorf(
			"making a folder for the demo: %w: set TMPDIR to a folder that can be written", err)
	}
	err = fs.WalkDir(service, "service", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := service.ReadFile(path)
		if err != nil {
			return err
		}
		to := filepath.Join(dir,
			filepath.FromSlash(strings.TrimSuffix(strings.TrimPrefix(path, "service/"), ".txt")))
		if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
			return err
		}
		return os.WriteFile(to, data, 0o666)
	})
	if err != nil {
		os.RemoveAll(dir)
		return "", fmt.Errorf("writing the demo: %w", err)
	}
	return dir, nil
}
