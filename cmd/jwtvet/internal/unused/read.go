package unused

import (
	"io/fs"
	"maps"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/mod/modfile"

	"github.com/jwtvet/jwtvet/internal/regular"
)

// entries is how many files and folders a repository may have: nothing is known of a larger one.
const entries = 100_000

// Read reads the source of a repository and of the modules in it. It returns nil where there is too
// much.
func Read(root string) *Repository {
	r := &Repository{
		packages: map[string]*pkg{}, files: map[string]*file{}, byName: map[string][]*function{},
		selected: map[string]bool{}, fields: map[string]bool{}, tags: map[string]bool{},
		texts: map[string]int{},
	}
	var names []string
	n := 0
	filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch n++; {
		case n > entries:
			return fs.SkipAll
		case err != nil:
			return nil // what cannot be read does not compile either
		case d.IsDir() && path != root && apart(d.Name()):
			return fs.SkipDir
		case d.Name() == "go.mod":
			if text, err := regular.Read(path, regular.Limit); err == nil {
				r.modules = append(r.modules,
					&module{dir: filepath.Dir(path), path: modfile.ModulePath(text)})
			}
		case filepath.Ext(path) == ".go" && !strings.HasSuffix(path, "_test.go"):
			names = append(names, path)
		}
		return nil
	})
	if n > entries {
		return nil
	}
	for i, s := range summaries(names) {
		if s != nil {
			r.add(names[i], s)
		}
	}
	return r
}

// apart reports whether a folder holds nothing that programs import.
func apart(name string) bool {
	return name[0] == '.' || name == "node_modules" || name == "vendor" || name == "testdata"
}

// summaries reads files side by side; nil stands for one that cannot be read, or is no Go at all.
func summaries(names []string) []*summary {
	out := make([]*summary, len(names))
	next := make(chan int)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := range next {
				if text, err := regular.Read(names[i], regular.Limit); err == nil {
					out[i] = summarize(names[i], text)
				}
			}
		})
	}
	for i := range names {
		next <- i
	}
	close(next)
	wait.Wait()
	return out
}

// add adds a file.
func (r *Repository) add(name string, s *summary) {
	dir := filepath.Dir(name)
	m, key := r.moduleOf(dir), dir
	if s.ignored {
		m, key = nil, name // a program by itself
	}
	p := r.packages[key]
	if p == nil {
		p = &pkg{dir: dir, module: m, imports: map[string]bool{}}
		r.packages[key] = p
	}
	p.name, p.program = s.pkg, p.program || s.program
	f := &file{pkg: p, imports: map[string]string{}, names: map[string]bool{}, functions: s.functions}
	others := map[string]bool{} // names of packages of others
	for path, name := range s.imports {
		if dir := r.dirOf(path); dir != "" {
			p.imports[dir], f.names[name] = true, true
			f.imports[dir] = name
		} else {
			others[name] = true
		}
	}
	r.files[name] = f
	p.declared = append(p.declared, f.functions...)
	for _, fn := range f.functions {
		fn.file, fn.mentions = f, brief(fn.mentions, others)
		r.byName[fn.name] = append(r.byName[fn.name], fn)
	}
	maps.Copy(r.selected, s.selected)
	maps.Copy(r.fields, s.fields)
	maps.Copy(r.tags, s.tags)
	for text, n := range s.texts {
		r.texts[text] += n
	}
}

// brief returns mentions in less space: what is behind the name of a package of others is none of its
// functions, and may be the method of a variable that is called so.
func brief(all []mention, others map[string]bool) []mention {
	known, out := map[mention]bool{}, all[:0]
	for _, m := range all {
		if others[m.of] {
			m.of = ""
		}
		if !known[m] {
			known[m], out = true, append(out, m)
		}
	}
	return slices.Clip(out)
}

// moduleOf returns the module that a folder is part of; nil for none.
func (r *Repository) moduleOf(dir string) *module {
	var best *module
	for _, m := range r.modules {
		if _, ok := below(dir, m.dir, string(filepath.Separator)); ok &&
			(best == nil || len(m.dir) > len(best.dir)) {
			best = m
		}
	}
	return best
}

// dirOf returns the folder of a package of the repository by the path that imports it; "" for others.
func (r *Repository) dirOf(path string) string {
	length, dir := -1, ""
	for _, m := range r.modules {
		if rest, ok := below(path, m.path, "/"); ok && len(m.path) > length {
			length, dir = len(m.path), filepath.Join(m.dir, filepath.FromSlash(rest))
		}
	}
	return dir
}

// below returns what follows a folder, or a path, in one below it.
func below(path, dir, sep string) (rest string, ok bool) {
	if path == dir {
		return "", true
	}
	return strings.CutPrefix(path, strings.TrimSuffix(dir, sep)+sep)
}
