// Package outputs writes something in several forms at once, one to the standard output and others
// into files:
//
//	-format text,sarif=report.sarif,html=report.html
package outputs

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/aside"
)

// Format is one form of what is written.
type Format[T any] struct {
	Name  string
	Usage string                                        // what reads it, in one line
	Write func(out io.Writer, color bool, what T) error // color holds for the standard output only
}

// Set is what a run is to write. Without anything added it is the first of the formats that there
// are, on the standard output.
type Set[T any] struct {
	Formats []Format[T]
	// whether two formats can share the standard output; nil where none can
	Together func(a, b string) bool

	list []*output[T]
}

// output is one form and where it goes.
type output[T any] struct {
	Format[T]
	name string      // of the file; "" for the standard output
	file *aside.File // nil until it is open
}

// Names returns the names of formats.
func Names[T any](list []Format[T]) string {
	var names []string
	for _, f := range list {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

// Add adds what a list names: NAME for the standard output, NAME=FILE for a file.
func (s *Set[T]) Add(list string) error {
	for item := range strings.SplitSeq(list, ",") {
		name, file, toFile := strings.Cut(strings.TrimSpace(item), "=")
		i := slices.IndexFunc(s.Formats, func(f Format[T]) bool { return f.Name == name })
		switch {
		case i < 0:
			return fmt.Errorf("there is no format %q: the formats are %s", name, Names(s.Formats))
		case toFile && file == "":
			return fmt.Errorf("%s= names no file", name)
		case !toFile && slices.ContainsFunc(s.list, func(o *output[T]) bool {
			return o.name == "" && (s.Together == nil || !s.Together(o.Format.Name, name))
		}):
			return fmt.Errorf("only one format can go to the standard output: "+
				"write another into a file with %s=FILE", name)
		}
		s.list = append(s.list, &output[T]{Format: s.Formats[i], name: file})
	}
	return nil
}

// Given reports whether any format was named.
func (s *Set[T]) Given() bool { return len(s.list) > 0 }

// Printed reports whether a format was named that goes to the standard output.
func (s *Set[T]) Printed() bool {
	return slices.ContainsFunc(s.list, func(o *output[T]) bool { return o.name == "" })
}

// Open makes sure that the files can be written, before much is done. Names are relative to dir.
func (s *Set[T]) Open(dir string) error {
	if len(s.list) == 0 {
		s.list = []*output[T]{{Format: s.Formats[0]}}
	}
	paths := map[string]string{}
	for _, o := range s.list {
		if o.name == "" {
			continue
		}
		f, err := aside.Find(dir, o.name)
		if err != nil {
			return fmt.Errorf("cannot write %s output: %w", o.Format.Name, err)
		}
		o.file = f
		if other, ok := paths[f.Path]; ok {
			return fmt.Errorf("%s and %s are to be written into one file, %s", other,
				o.Format.Name, o.name)
		}
		paths[f.Path] = o.Format.Name
	}
	return nil
}

// Write writes something in all forms. What goes wrong with one does not keep the others.
func (s *Set[T]) Write(stdout io.Writer, color bool, what T) error {
	var failed error
	for _, o := range s.list {
		var b bytes.Buffer
		err := o.Format.Write(&b, color && o.file == nil, what)
		if err == nil && o.file != nil {
			err = o.file.Write(b.Bytes())
		} else if err == nil {
			_, err = stdout.Write(b.Bytes())
		}
		if err != nil && failed == nil {
			failed = fmt.Errorf("cannot write %s output: %w", o.Format.Name, err)
		}
	}
	return failed
}
