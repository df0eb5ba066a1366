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
	said := map[types.Object][]model.Role{} // by the function, of each parameter
	for _, c := range s.t.index.Calls {
		sig, obj := s.t.index.Row(c)
		roles, known := said[obj]
		if !known && sig == nil {
			roles = s.located(obj)
			said[obj] = roles
		}
		for i, a := range c.Args {
			role := model.Role("")
			if sig != nil {
				role = locates(c, sig, i)
			} else if i < len(roles) {
				role = roles[i]
			}
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

// locates returns what argument i of a call of a library says of settings files, "" for nothing.
func locates(c *ast.CallExpr, sig *model.Sig, i int) model.Role {
	switch {
	case slices.Contains(locating, sig.Arg(i)):
		return sig.Arg(i)
	case sig.Result(0) == model.File && slices.Contains(syntax.Args(c, sig, model.Name), c.Args[i]):
		return model.Settings
	}
	return ""
}

// located returns what facts say that the parameters of another package's function are.
func (s Settings) located(obj types.Object) []model.Role {
	fn, ok := obj.(*types.Func)
	if !ok || fn.Pkg() == s.t.pkg {
		return nil
	}
	var out []model.Role
	for param := range fn.Signature().Params().Variables() {
		role := model.Role("")
		if said := s.t.facts(param); said != nil {
			for _, u := range said.Uses {
				if u.Verb == model.Locate {
					role = u.Role
				}
			}
		}
		out = append(out, role)
	}
	return out
}
