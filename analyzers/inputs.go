package analyzers

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/script"
	"github.com/jwtvet/jwtvet/analyzers/internal/shipped"
)

// Inputs writes all that reports about the packages below a folder depend on besides their Go files, so that a driver can
// tell whether an answer that it has kept still holds: pages, templates and scripts that mention tokens, files with private
// keys, and whether the last day of an ignore directive has passed on the day of now. The go command knows of none of them.
func Inputs(dir string, now time.Time, w io.Writer) {
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil // what cannot be read is no part of a program
		case d.IsDir() && (d.Name() == ".git" || d.Name() == "node_modules"):
			return filepath.SkipDir
		case !d.IsDir():
			input(path, now, w)
		}
		return nil
	})
}

// input writes what reports can depend on in one file.
func input(path string, now time.Time, w io.Writer) {
	page, key, source := shipped.KindOf(path) != shipped.Other, files.MayHoldKey(path), filepath.Ext(path) == ".go"
	if !page && !key && !source {
		return
	}
	info, err := os.Stat(path) // through links, as the analysis reads it
	if err != nil || !info.Mode().IsRegular() || info.Size() > shipped.Limit || key && info.Size() > files.KeyLimit {
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return
	}
	switch {
	case page && script.Mentions(data):
		fmt.Fprintf(w, "page %q %d\n", path, len(data))
		w.Write(data)
	case key && files.HoldsPrivateKey(data):
		fmt.Fprintf(w, "key %q\n", path)
	}
	if bytes.Contains(data, []byte("jwtvet:ignore")) {
		for _, m := range lastDay.FindAllSubmatch(data, -1) {
			day, err := time.Parse(time.DateOnly, string(m[1]))
			fmt.Fprintf(w, "until %q %s %t\n", path, m[1], err == nil && now.After(day.AddDate(0, 0, 1)))
		}
	}
}

// lastDay finds the last day of an ignore directive.
var lastDay = regexp.MustCompile(`jwtvet:ignore\s+\S+\s+until=(\d{4}-\d\d-\d\d)`)
