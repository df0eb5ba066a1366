// Package aside writes files that are whole whenever somebody reads them.
package aside

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// File is written aside and takes the place of an earlier one when it is complete: nobody reads the
// half of it, and a run that ends before leaves what was there, and nothing else.
type File struct {
	Path string // absolute
	mode fs.FileMode
	old  bool // there is one
	odd  bool // it is a device or a pipe: there is nothing to take the place of
}

// Find finds out whether a file can be written. Its name is relative to dir.
func Find(dir, name string) (*File, error) {
	path := name
	if !filepath.IsAbs(path) {
		path = filepath.Join(dir, path)
	}
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target // a link stays one
	}
	f := &File{Path: path}
	if err := f.look(); err != nil || f.odd {
		return f, short(err, name)
	}
	beside, err := f.beside()
	if err != nil {
		return f, short(err, name)
	}
	return f, short(errors.Join(beside.Close(), os.Remove(beside.Name())), name)
}

// look finds out what is there.
func (f *File) look() error {
	info, err := os.Stat(f.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return &fs.PathError{Op: "write", Path: f.Path, Err: errors.New("is a directory")}
	case !info.Mode().IsRegular():
		f.odd = true
		return nil
	}
	f.old, f.mode = true, info.Mode().Perm()
	w, err := os.OpenFile(f.Path, os.O_WRONLY, 0)
	if err == nil {
		err = w.Close()
	}
	return err
}

// beside makes a file in the same folder, with the mode that a new file has there, which
// os.CreateTemp does not give.
func (f *File) beside() (w *os.File, err error) {
	for i := range 100 {
		dir, base := filepath.Split(f.Path)
		name := "." + base + "." + strconv.Itoa(os.Getpid()) + "." + strconv.Itoa(i)
		w, err = os.OpenFile(dir+name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	return w, err
}

// Write writes the content.
func (f *File) Write(data []byte) error {
	if f.odd {
		return os.WriteFile(f.Path, data, 0o666)
	}
	w, err := f.beside()
	if err != nil {
		return err
	}
	if _, err = w.Write(data); err == nil && f.old {
		err = w.Chmod(f.mode)
	}
	if err = errors.Join(err, w.Close()); err == nil {
		err = os.Rename(w.Name(), f.Path)
	}
	if err != nil {
		os.Remove(w.Name())
	}
	return err
}

// short names the file as the user does, in one line.
func short(err error, name string) error {
	if e := (*fs.PathError)(nil); errors.As(err, &e) {
		return &fs.PathError{Op: "write", Path: name, Err: e.Err}
	}
	return err
}
