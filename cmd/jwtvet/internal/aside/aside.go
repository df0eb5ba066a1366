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
// half of it, and a run that ends before leaves what was there.
type File struct {
	Path  string   // absolute
	aside *os.File // nil once it is done with, and for what is no regular file
}

// Create finds out whether a file can be written. Its name is relative to dir.
func Create(dir, name string) (*File, error) {
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
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, short(err, name)
	case info.IsDir():
		return nil, &fs.PathError{Op: "write", Path: name, Err: errors.New("is a directory")}
	case !info.Mode().IsRegular(): // a device or a pipe: there is nothing to take the place of
		return &File{Path: path}, nil
	default:
		w, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return nil, short(err, name)
		}
		w.Close()
	}
	f := &File{Path: path}
	for i := 0; ; i++ {
		beside := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+
			strconv.Itoa(os.Getpid())+"."+strconv.Itoa(i))
		// the mode that a new file has here, which os.CreateTemp does not give
		f.aside, err = os.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if err == nil || !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	if err != nil {
		return nil, short(err, name)
	}
	if info != nil {
		err = f.aside.Chmod(info.Mode().Perm())
	}
	return f, err
}

// Commit writes the content.
func (f *File) Commit(data []byte) error {
	if f.aside == nil {
		return os.WriteFile(f.Path, data, 0o666)
	}
	_, err := f.aside.Write(data)
	if closed := f.aside.Close(); err == nil {
		err = closed
	}
	beside := f.aside.Name()
	f.aside = nil
	if err == nil {
		err = os.Rename(beside, f.Path)
	}
	if err != nil {
		os.Remove(beside)
	}
	return err
}

// Discard takes away what was written aside and not committed.
func (f *File) Discard() error {
	if f.aside == nil {
		return nil
	}
	f.aside.Close()
	err := os.Remove(f.aside.Name())
	f.aside = nil
	return err
}

// short names the file as the user does.
func short(err error, name string) error {
	if e := (*fs.PathError)(nil); errors.As(err, &e) {
		return &fs.PathError{Op: "write", Path: name, Err: e.Err}
	}
	return err
}
