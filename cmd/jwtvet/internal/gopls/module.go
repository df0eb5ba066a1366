package gopls

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"golang.org/x/mod/modfile"
)

//go:embed source/main.go.txt
var mainGo string

// origin is where the analyzers come from: a version of the module, or a folder that holds it.
type origin struct{ version, dir string }

func (o origin) String() string {
	if o.dir != "" {
		return "of " + o.dir
	}
	return o.version
}

// source returns the module that this program was built from. One from the module proxy has a
// checksum; any other was built in a checkout, which must then be the working directory.
func (t Tool) source(ctx context.Context) (origin, error) {
	info, ok := debug.ReadBuildInfo()
	if ok && info.Main.Path == jwtvet && info.Main.Sum != "" {
		return origin{version: info.Main.Version}, nil
	}
	out, err := t.run(ctx, "", "go", "list", "-m", "-json")
	for dec := json.NewDecoder(strings.NewReader(out)); err == nil; {
		var m struct{ Path, Dir string }
		if err = dec.Decode(&m); err == nil && m.Path == jwtvet {
			return origin{dir: m.Dir}, nil
		}
	}
	if ctx.Err() != nil {
		return origin{}, ctx.Err()
	}
	return origin{}, fmt.Errorf(`this jwtvet was built in a checkout: run "jwtvet gopls" there, or install a release with "go install %s/cmd/jwtvet@latest"`, jwtvet)
}

// write writes the module of the program. What gopls needs of golang.org/x/tools is
// exactly what its own go.mod says: its packages use what is internal there, which
// changes from version to version.
func (t Tool) write(ctx context.Context, dir string, from origin) error {
	pinned, err := t.requirements(ctx)
	if err != nil {
		return err
	}
	f := new(modfile.File)
	version := from.version
	if from.dir != "" {
		version = "v0.0.0"
	}
	errs := []error{
		f.AddModuleStmt(module + "/jwtvet"),
		f.AddGoStmt(pinned.Go.Version),
		f.AddRequire(jwtvet, version),
		f.AddRequire(module, Version),
	}
	if from.dir != "" {
		errs = append(errs, f.AddReplace(jwtvet, "", from.dir, ""))
	}
	for _, r := range pinned.Require {
		if r.Mod.Path == tools {
			errs = append(errs, f.AddReplace(tools, "", tools, r.Mod.Version))
		}
	}
	text, err := f.Format()
	if err := errors.Join(append(errs, err)...); err != nil {
		return fmt.Errorf("writing the module to build: %w", err)
	}
	for name, data := range map[string]string{
		"go.mod":  string(text),
		"main.go": strings.Replace(mainGo, "GOPLS", Version, 1),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o666); err != nil {
			return fmt.Errorf("writing the module to build: %w", err)
		}
	}
	return nil
}

// requirements returns the go.mod of gopls.
func (t Tool) requirements(ctx context.Context) (*modfile.File, error) {
	out, err := t.run(ctx, os.TempDir(), "go", "mod", "download", "-json", module+"@"+Version)
	if err != nil {
		return nil, fmt.Errorf("downloading gopls %s: %w", Version, err)
	}
	var m struct{ GoMod string }
	if err := json.NewDecoder(strings.NewReader(out)).Decode(&m); err != nil && err != io.EOF {
		return nil, fmt.Errorf("cannot read the output of go mod download: %w", err)
	}
	data, err := os.ReadFile(m.GoMod)
	if err != nil {
		return nil, fmt.Errorf("reading the go.mod of gopls: %w", err)
	}
	f, err := modfile.ParseLax(m.GoMod, data, nil)
	if err != nil || f.Go == nil {
		return nil, fmt.Errorf("the go.mod of gopls %s is not understood (%v)", Version, err)
	}
	return f, nil
}
