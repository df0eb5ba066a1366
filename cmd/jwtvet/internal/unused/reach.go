package unused

import (
	"path/filepath"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
)

// reach returns the functions of a module that are called; nil where it has no program.
func (r *Repository) reach(m *module) map[*function]bool {
	alive, own := r.alive(m)
	if !own {
		return nil
	}
	library := r.library(m, alive)
	w := &walk{r: r, called: map[*function]bool{}}
	for _, p := range r.packages {
		for _, fn := range p.declared {
			switch {
			case p.module != m, fn.handler && !alive[p],
				fn.kept && (alive[p] || library),
				library && fn.exported && !p.internal():
				w.call(fn)
			}
		}
	}
	for len(w.queue) > 0 {
		fn := w.queue[len(w.queue)-1]
		w.queue = w.queue[:len(w.queue)-1]
		for _, mention := range fn.mentions {
			w.follow(fn.file, mention)
		}
	}
	return w.called
}

// library reports whether others are meant to import a module: at its root is a package that is no
// program, or its programs are part of few packages only.
func (r *Repository) library(m *module, alive map[*pkg]bool) bool {
	if p := r.packages[m.dir]; p != nil && !p.program {
		return true
	}
	all, used := 0, 0
	for _, p := range r.packages {
		if p.module == m && !p.program {
			all++
			if alive[p] {
				used++
			}
		}
	}
	return used < all-used
}

// internal reports whether only the module of a package can import it.
func (p *pkg) internal() bool {
	rel, err := filepath.Rel(p.module.dir, p.dir)
	return err == nil && (p.program || strings.Contains("/"+filepath.ToSlash(rel)+"/", "/internal/"))
}

// example reports whether a package shows how to use others.
func (p *pkg) example() bool {
	rel, err := filepath.Rel(p.module.dir, filepath.Join(p.dir, "x.go"))
	return err == nil && load.Example(rel)
}

// alive returns the packages that are part of a program, of a module or of others beside it. own is
// true if the module has one that is no example.
func (r *Repository) alive(m *module) (alive map[*pkg]bool, own bool) {
	alive = map[*pkg]bool{}
	var queue []*pkg
	for _, p := range r.packages {
		if p.module != m || p.program {
			queue = append(queue, p)
		}
		own = own || p.module == m && p.program && !p.example()
	}
	for len(queue) > 0 {
		p := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		if alive[p] {
			continue
		}
		alive[p] = true
		for dir := range p.imports {
			if next := r.packages[dir]; next != nil {
				queue = append(queue, next)
			}
		}
	}
	return alive, own
}

// walk is a walk from what runs to what that calls.
type walk struct {
	r      *Repository
	called map[*function]bool
	queue  []*function
}

func (w *walk) call(fn *function) {
	if !w.called[fn] {
		w.called[fn] = true
		w.queue = append(w.queue, fn)
	}
}

// follow calls what a name in a file may stand for.
func (w *walk) follow(in *file, m mention) {
	for _, fn := range w.r.byName[m.name] {
		switch {
		case m.kind == quoted,
			m.kind == selected && (fn.method || in.calls(m.of, fn.file.pkg)),
			m.kind == bare && !fn.method && (in.pkg == fn.file.pkg || in.imports[fn.file.pkg.dir] == "."):
			w.call(fn)
		}
	}
}

// calls reports whether a name before a dot may be that of a package in a file: the one of its import, or
// of its declaration or folder where the import has none.
func (f *file) calls(name string, p *pkg) bool {
	return name == anything || name != "" && (name == f.imports[p.dir] || name == p.name || name == filepath.Base(p.dir))
}
