package analyzers

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/script"
	"github.com/jwtvet/jwtvet/analyzers/internal/settings"
	"github.com/jwtvet/jwtvet/analyzers/internal/shipped"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// This file is about one of the files that reports depend on.

// input returns what reports can depend on in one file, and where it leads if it is a Go file.
func (in *inputs) input(path string) (string, []lead) {
	page, key, source := shipped.KindOf(path) != shipped.Other,
		files.MayHoldKey(path),
		filepath.Ext(path) == ".go"
	setting := settings.FormatOf(path) != settings.None
	limit := int64(regular.Limit)
	if page {
		limit = shipped.Limit
	} else if setting {
		limit = settings.Limit
	} else if key {
		limit = files.KeyLimit
	}
	data, err := regular.Read(path, limit) // through links, as the analysis reads it
	if page && errors.Is(err, regular.ErrLarge) {
		return fmt.Sprintf("large %q\n", path), nil
	} else if err != nil {
		return "", nil
	}
	var out strings.Builder
	if page && script.Mentions(data) {
		fmt.Fprintf(&out, "page %q %x\n", path, sha256.Sum256(data))
	}
	if key && len(data) <= files.KeyLimit && files.HoldsPrivateKey(data) {
		fmt.Fprintf(&out, "key %q\n", path)
	}
	if setting && (settings.Mentions(data) || settings.Locates(data)) || filepath.Base(path) == settings.IgnoreName ||
		strings.HasSuffix(path, excluded) {
		fmt.Fprintf(&out, "settings %q %x\n", path, sha256.Sum256(data))
	}
	if setting && settings.Mentions(data) && in.tracked(path) {
		fmt.Fprintf(&out, "tracked %q\n", path)
	}
	if bytes.Contains(data, []byte("jwtvet:ignore")) {
		for _, m := range lastDay().Regexp().FindAllSubmatch(data, -1) {
			day, err := time.Parse(time.DateOnly, string(m[1]))
			fmt.Fprintf(&out, "until %q %s %t\n", path, m[1],
				err == nil && in.now.After(day.AddDate(0, 0, 1)))
		}
	}
	if touched := touches(path, source, data); len(touched) > 0 {
		fmt.Fprintf(&out, "touches %q %x\n", path, sha256.Sum256([]byte(strings.Join(touched, "\n"))))
	}
	if source && testsInside(path, data) {
		in.tested.Store(filepath.Dir(path), true)
	}
	if source && (in.tests || !strings.HasSuffix(path, "_test.go")) {
		return out.String(), in.leads(path, data)
	}
	return out.String(), nil
}

// excluded is the end of the path of [settings.Excluded].
var excluded = filepath.Join("info", "exclude")

// tracked reports whether git keeps a settings file that a rule ignores.
func (in *inputs) tracked(path string) bool {
	in.asking.Lock()
	defer in.asking.Unlock()
	top := settings.Repository(filepath.Dir(path))
	if in.ignored[top] == nil {
		if in.ignored == nil {
			in.ignored = map[string]*settings.Ignore{}
		}
		in.ignored[top] = settings.NewIgnore(top)
	}
	return in.ignored[top].Tracked(path)
}

// testsInside reports whether a file has tests that are part of the package itself: "package auth" and
// not "package auth_test".
func testsInside(path string, data []byte) bool {
	if !strings.HasSuffix(path, "_test.go") {
		return false
	}
	m := packageClause().Regexp().FindSubmatch(data)
	return m != nil && !strings.HasSuffix(string(m[1]), "_test")
}

var packageClause = pattern.New(`(?m)^package\s+(\w+)`)

// touches returns what a program does with variables of other packages, nil for other files: other
// programs of the module depend on it.
func touches(path string, source bool, data []byte) []string {
	if !source || strings.HasSuffix(path, "_test.go") {
		return nil
	}
	return files.Touches(data)
}

// lastDay finds the last day of an ignore directive.
var lastDay = pattern.New(`jwtvet:ignore\s+\S+\s+until=(\d{4}-\d\d-\d\d)`)
