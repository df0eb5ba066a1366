package origin

// This file finds the parameters and variables that say which settings files are read:
//
//	func Load(path string) *Config { ... cleanenv.ReadConfig(path, &cfg) ... }
//	var Path string // os.ReadFile(Path)
//
//	cfg := config.Load("config/local.yaml") // as a program calls them

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// locating are the roles of arguments that say which settings files are read.
var locating = []model.Role{model.Settings, model.Folder, model.Base}

// Located returns the parameters and variables of this package that name settings files, or the
// folders they are in, with their roles.
func (s Settings) Located() map[*types.Var]model.Role {
	out := map[*types.Var]model.Role{}
	for _, c := range s.t.index.Calls {
		for i, a := range c.Args {
			role := s.locates(c, i)
			if t := s.t.info.TypeOf(a); role == "" || t == nil ||
				!typing.IsString(t) && !types.IsInterface(t) {
				continue
			}
			for _, v := range s.t.Trace(a).Way() {
				if v.Pkg() == s.t.pkg && typing.IsString(v.Type()) && out[v] != model.Settings {
					out[v] = role
				}
			}
		}
	}
	return out
}

// locates returns what argument i of a call says of settings files, "" for nothing.
func (s Settings) locates(c *ast.CallExpr, i int) model.Role {
	sig, obj := s.t.index.Row(c)
	switch {
	case sig == nil:
		fn, ok := obj.(*types.Func)
		if !ok || fn.Pkg() == s.t.pkg || i >= fn.Signature().Params().Len() {
			return ""
		}
		if said := s.t.facts(fn.Signature().Params().At(i)); said != nil {
			for _, u := range said.Uses {
				if u.Verb == model.Locate {
					return u.Role
				}
			}
		}
	case slices.Contains(locating, sig.Arg(i)):
		return sig.Arg(i)
	case sig.Result(0) == model.File && slices.Contains(syntax.Args(c, sig, model.Name), c.Args[i]):
		return model.Settings
	}
	return ""
}
