package analyzers

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/settings"
	"github.com/jwtvet/jwtvet/analyzers/internal/shipped"
)

// Inputs writes all that reports about the packages below some folders depend on besides their Go
// files, so that a driver can tell whether an answer that it has kept still holds: pages,
// templates and scripts that mention tokens, files with private keys, settings files that mention
// secrets, the files that say which of them git ignores and whether it keeps one all the same, the
// names of those that configure a proxy, what each program does with variables of other packages,
// and whether the last day of an ignore directive has passed on the day of now. The go command knows
// of none of them. It knows which packages have tests inside, but keeps one answer for such a package
// by itself, which nobody reads, and for the same package once its tests are gone. tests says that
// test files count.
//
// Folders of other tools (node_modules, .git, caches) and folders behind a link count only where a
// Go file has a path that leads there.
func Inputs(dirs []string, tests bool, now time.Time, w io.Writer) {
	in := &inputs{
		tests:   tests,
		now:     now,
		out:     w,
		pages:   map[string]bool{},
		left:    outsideLimit,
		reached: map[string]bool{},
	}
	for _, dir := range dirs {
		if dir = resolved(dir); !in.covered(dir) {
			in.roots = append(in.roots, dir)
			in.walk(dir, true)
			in.ignores(dir)
			in.proxies(dir)
		}
	}
	in.links = slices.DeleteFunc(in.links, func(l string) bool { return in.covered(resolved(l)) })
	for _, dir := range in.skipped {
		if name := filepath.Base(dir); !slices.Contains(in.away, name) {
			in.away = append(in.away, name)
		}
	}
	leads := in.read()
	in.outside(leads)
	for _, dir := range in.sortedPages() {
		fmt.Fprintf(w, "pages %q\n", dir)
	}
	for _, dir := range in.sortedTested() {
		fmt.Fprintf(w, "tested %q\n", dir)
	}
}

// inputs is what one walk over the folders keeps.
type inputs struct {
	tests   bool
	now     time.Time
	out     io.Writer
	roots   []string // folders that are walked, without links in their paths
	skipped []string // folders below them that are not
	away    []string // their names
	links   []string // links to folders that are not walked
	files   []string // files that may count and have not been read, in the order of the walk
	// folders with pages: a path means the nearest folder that has something
	pages  map[string]bool
	tested sync.Map // folders of packages that have tests inside
	left   int      // entries that are still looked at elsewhere

	asking  sync.Mutex
	ignored map[string]*settings.Ignore // by repository

	elsewhere bool            // the folders themselves have been walked
	reached   map[string]bool // what has been looked at there
}

// walk collects the files below a folder that may count. named says that it is not to be skipped.
func (in *inputs) walk(dir string, named bool) {
	entries, _ := os.ReadDir(dir) // what cannot be read is no part of a program
	if !named && foreign(dir, entries) {
		in.skipped = append(in.skipped, dir)
		return
	}
	for _, e := range entries {
		if in.elsewhere {
			if in.left--; in.left < 0 {
				return
			}
		}
		path := filepath.Join(dir, e.Name())
		switch {
		case e.IsDir():
			if name := e.Name(); name == ".git" || name == "node_modules" {
				in.skipped = append(in.skipped, path)
			} else {
				in.walk(path, false)
			}
		case e.Type()&os.ModeSymlink != 0:
			in.link(path)
		case e.Type().IsRegular():
			in.file(path)
		}
	}
}

// foreign reports whether a tool fills a folder: it marks it as its cache (cargo, pytest), or it
// is the go command.
func foreign(dir string, entries []os.DirEntry) bool {
	has := func(name string) bool {
		return slices.ContainsFunc(entries, func(e os.DirEntry) bool { return e.Name() == name })
	}
	switch filepath.Base(dir) {
	case "vendor":
		return has("modules.txt")
	case "mod":
		return has("cache") && has("github.com")
	}
	return has("CACHEDIR.TAG") || has("trim.txt") && has("00")
}

// file adds a file that may count by its name.
func (in *inputs) file(path string) {
	page := shipped.KindOf(path) != shipped.Other
	if page {
		for dir := filepath.Dir(path); !in.pages[dir]; dir = filepath.Dir(dir) {
			in.pages[dir] = true
			if slices.Contains(in.roots, dir) {
				break
			}
		}
	}
	if page || files.MayHoldKey(path) || filepath.Ext(path) == ".go" ||
		settings.FormatOf(path) != settings.None {
		in.files = append(in.files, path)
	}
}

// proxies writes what stands in front of the program of a folder.
func (in *inputs) proxies(dir string) {
	proxies, platforms := settings.Fronts(dir)
	fmt.Fprintf(in.out, "proxies %q\nplatforms %q\n", proxies, platforms)
}

// ignores adds the files above a folder that say what git ignores in it. Those below it are walked
// over.
func (in *inputs) ignores(dir string) {
	top := settings.Repository(dir)
	in.files = append(in.files, settings.Excluded(top))
	for dir != top {
		dir = filepath.Dir(dir)
		in.files = append(in.files, filepath.Join(dir, settings.IgnoreName))
	}
}

// link adds what a link leads to. The analysis reads through it.
func (in *inputs) link(path string) {
	info, err := os.Stat(path)
	switch {
	case err != nil: // to nothing, or to itself
	case info.Mode().IsRegular():
		in.file(path)
	case info.IsDir():
		to := resolved(path)
		fmt.Fprintf(in.out, "link %q %q\n", path, to)
		in.links = append(in.links, path)
	}
}

// read writes what counts in the files that were collected, and returns where Go files lead.
func (in *inputs) read() []lead {
	found, leads := make([]string, len(in.files)), make([][]lead, len(in.files))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(in.files); i = int(next.Add(1)) - 1 {
				found[i], leads[i] = in.input(in.files[i])
			}
		})
	}
	wait.Wait()
	for _, text := range found {
		io.WriteString(in.out, text)
	}
	in.files = nil
	return slices.Concat(leads...)
}

func (in *inputs) sortedPages() []string {
	var dirs []string
	for dir := range in.pages {
		dirs = append(dirs, dir)
	}
	slices.Sort(dirs)
	return dirs
}

func (in *inputs) sortedTested() []string {
	var dirs []string
	in.tested.Range(func(dir, _ any) bool {
		dirs = append(dirs, dir.(string))
		return true
	})
	slices.Sort(dirs)
	return dirs
}

func resolved(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}
