package model

import (
	"go/types"
	"slices"
	"strings"
	"sync"
)

// What an import path says of the package that imports it:
//
//	import "github.com/golang-jwt/jwt/v5" // it handles tokens
//	import "github.com/spf13/cobra"       // it is run from a command line
//
// One library at the path, or one whose family the path is part of, is enough.
var (
	handles    = where(func(lib *Library) bool { return lib.Tokens })
	configures = where(func(lib *Library) bool { return lib.has(Load) || lib.has(Cors) || lib.own })
	guesses    = where((*Library).guessable)
	finds      = where(func(lib *Library) bool { return lib.has(Load) || lib.has(Locate) })
	fills      = where(func(lib *Library) bool { return lib.has(Fill) || lib.CLI || lib.Commands })
	logs       = where(func(lib *Library) bool { return lib.Logger })
	serves     = where(func(lib *Library) bool { return lib.Server })
	flags      = where(func(lib *Library) bool { return lib.CLI || lib.Commands })
	commands   = where(func(lib *Library) bool { return lib.Commands })
	routes     = where(func(lib *Library) bool { return lib.Router })
	encrypts   = where(func(lib *Library) bool { return lib.TLS })
	browses    = where(func(lib *Library) bool { return lib.has(Script) })
	drives     = where(func(lib *Library) bool { return lib.Browser })
	tests      = where(func(lib *Library) bool { return lib.Tests })
	environs   = where(func(lib *Library) bool { return lib.Environ })
	quiet      = where(func(lib *Library) bool { return lib.Quiet })
	fieldNames = where(func(lib *Library) bool { return lib.FieldNames })
)

// HandlesTokens reports whether a package that imports path handles tokens.
func HandlesTokens(path string) bool { return handles(path) }

// OfTokens reports whether a library that handles tokens declares an object, which may be nil.
func OfTokens(obj types.Object) bool {
	return obj != nil && obj.Pkg() != nil && handles(obj.Pkg().Path())
}

// Configures reports whether a package that imports path can configure others, and need not
// mention tokens to do so: it loads their settings, says which origins may use their API, or is one
// that people added.
func Configures(path string) bool { return configures(path) }

// FindsSettings reports whether the library at path looks for settings by itself, where others are
// handed the text of a file.
func FindsSettings(path string) bool { return finds(path) }

// MayFindSettings reports whether a package that imports path can read a settings file or say where
// it is: it fills structs, or has the flags of a program.
func MayFindSettings(path string) bool { return finds(path) || fills(path) }

// IsGuessable reports whether what a package that imports path draws by chance can be guessed. It
// need not mention keys: others make them of it.
func IsGuessable(path string) bool { return guesses(path) }

// IsLogger reports whether a package at path writes logs, rather than what a program is run for.
func IsLogger(path string) bool { return logs(path) }

// WrapsLogger reports whether a package that imports path can wrap a logger that is not part of a
// server.
func WrapsLogger(path string) bool { return logs(path) && !IsServer(path) }

// IsServer reports whether code that imports path answers requests.
func IsServer(path string) bool { return serves(path) }

// IsForTests reports whether only tests, and what helps them, import path.
func IsForTests(path string) bool { return tests(path) }

// ReadsEnvironment reports whether the library at path fills structs from the environment alone.
func ReadsEnvironment(path string) bool { return environs(path) }

// LogsNoRequest reports whether a server that is made with the library at path logs no request by
// itself.
func LogsNoRequest(path string) bool { return quiet(path) }

// IsCLI reports whether code that imports path is run from a command line.
func IsCLI(path string) bool { return flags(path) }

// HasCommands reports whether code that imports path is one command of a program that can have
// others.
func HasCommands(path string) bool { return commands(path) }

// IsRouter reports whether a package at path is one of a router, whose own middlewares ask for no
// token.
func IsRouter(path string) bool { return routes(path) }

// EncryptsConnections reports whether an import path is that of a library which encrypts
// connections or has them encrypted.
func EncryptsConnections(path string) bool { return encrypts(path) }

// Protects returns the measure that all of the package at a path is there for, "" for none.
func Protects(path string) Role {
	for _, lib := range at(path) {
		if lib.Protects != "" {
			return lib.Protects
		}
	}
	for _, lib := range protecting() {
		if rest, in := strings.CutPrefix(path, lib.Family); in && (rest == "" || rest[0] == '/') {
			return lib.Protects
		}
	}
	return ""
}

// protecting holds the families of libraries that are there for one measure.
var protecting = sync.OnceValue(func() []*Library {
	return slices.DeleteFunc(slices.Clone(families()), func(lib *Library) bool {
		return lib.Protects == ""
	})
})

// LoadsOnImport reports whether the package at path loads settings as soon as it is imported, in
// its own initialisation:
//
//	import _ "github.com/joho/godotenv/autoload"
func LoadsOnImport(path string) bool {
	return slices.ContainsFunc(autoloads(), func(end string) bool {
		return strings.HasSuffix(path, end)
	})
}

// SetsEnvironment reports whether what the library at path loads is set in the environment, for all that
// reads that: godotenv.Load().
func SetsEnvironment(path string) bool {
	return slices.ContainsFunc(at(path), func(lib *Library) bool { return lib.SetsEnvironment })
}

// StoreOf returns what the library at path keeps values in: redis, database, cache, memory, "" for
// none.
func StoreOf(path string) string {
	for _, lib := range at(path) {
		if lib.Store != "" {
			return lib.Store
		}
	}
	return ""
}

// SettingsFile returns the settings file that the library at path reads where a program names none,
// "" for others.
func SettingsFile(path string) string {
	for _, lib := range at(path) {
		if lib.SettingsFile != "" {
			return lib.SettingsFile
		}
	}
	return ""
}

// SettingsByEnd reports whether the library at path reads no settings file whose end names no format,
// unless a call says the [Syntax].
func SettingsByEnd(path string) bool {
	return slices.ContainsFunc(at(path), func(lib *Library) bool { return lib.SettingsByEnd })
}

// SettingsOnImport returns the settings file that the package at path reads when it is imported, ""
// for others: one that loads settings itself, or has no row for what does.
func SettingsOnImport(path string) string {
	for _, lib := range settingsReaders() {
		loads := slices.ContainsFunc(lib.Rows, func(r Row) bool { return r.Verb == Load })
		if !loads && slices.Contains(lib.Paths, path) ||
			lib.LoadsOnImport != "" && strings.HasSuffix(path, lib.LoadsOnImport) {
			return lib.SettingsFile
		}
	}
	return ""
}

// settingsReaders holds the libraries that read a settings file of a name that is known.
var settingsReaders = sync.OnceValue(func() []Library {
	return slices.DeleteFunc(Libraries(), func(lib Library) bool { return lib.SettingsFile == "" })
})

// ReadsFieldNames reports whether the library at path fills fields without a tag from the
// environment, under their names:
//
//	envconfig.Process("shop", &cfg) // cfg.Secret is SHOP_SECRET
func ReadsFieldNames(path string) bool { return fieldNames(path) }

// autoloads holds the ends of the import paths of packages that load settings on import.
var autoloads = sync.OnceValue(func() []string {
	var ends []string
	for _, lib := range Libraries() {
		if lib.LoadsOnImport != "" {
			ends = append(ends, lib.LoadsOnImport)
		}
	}
	return ends
})

// RunsInBrowser reports whether a package that imports path runs in a browser: anyone who loads
// the page gets all of it.
func RunsInBrowser(path string) bool { return browses(path) }

// DrivesBrowser reports whether a package that imports path runs scripts in a browser of its own,
// as tests and crawlers do.
func DrivesBrowser(path string) bool { return drives(path) }

// nextMethods holds the names of the methods with arguments that hand a request to the next
// handler.
var nextMethods = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, lib := range Libraries() {
		for _, row := range lib.Rows {
			if row.Verb != Next {
				continue
			}
			if sig, ok := row.Parse(); ok && len(sig.Args) > 1 {
				m[sig.Name[strings.LastIndexByte(sig.Name, '.')+1:]] = true
			}
		}
	}
	return m
})

// IsNextMethod reports whether a method that has this name, and takes a response and a request,
// handles requests as those of the standard library do.
func IsNextMethod(name string) bool { return nextMethods()[name] }

// MakesGroup reports whether a method of a router of this name makes a group of routes, in each of the
// frameworks with one: what it is given stands before them, and answers nothing itself.
func MakesGroup(name string) bool { return name == "Group" }

// where returns a function that reports whether an import path is that of a library for which is
// holds. It remembers what families say: every room asks for each import of a package.
func where(is func(*Library) bool) func(path string) bool {
	var known sync.Map // bool, by path
	return func(path string) bool {
		if anyAt(path, is) { // people can add some
			return true
		}
		if answer, ok := known.Load(path); ok {
			return answer.(bool)
		}
		answer := slices.ContainsFunc(families(), func(lib *Library) bool {
			rest, in := strings.CutPrefix(path, lib.Family)
			return in && (rest == "" || rest[0] == '/') && is(lib)
		})
		known.Store(path, answer)
		return answer
	}
}

// families holds the libraries that a path can be part of without being one of their paths.
var families = sync.OnceValue(func() []*Library {
	var out []*Library
	all := Libraries()
	for i := range all {
		if all[i].Family != "" {
			out = append(out, &all[i])
		}
	}
	return out
})

// has reports whether a library has a row with the verb.
func (lib *Library) has(v Verb) bool {
	return slices.ContainsFunc(lib.Rows, func(r Row) bool { return r.Verb == v })
}

// guessable reports whether a library has values that an attacker can predict, and no others.
func (lib *Library) guessable() bool {
	ends := func(role Role) bool {
		return slices.ContainsFunc(lib.Rows, func(r Row) bool {
			return strings.HasSuffix(r.Sig, ") "+string(role))
		})
	}
	return ends(Weak) && !ends(Random)
}

// MarkupSource returns the end of the names of the files that code which imports path is generated
// from, "" for none.
func MarkupSource(path string) string {
	for _, lib := range at(path) {
		if lib.Markup != "" {
			return lib.Markup
		}
	}
	return ""
}

// ServesFiles returns the names of the functions and methods of a package that hand files to
// browsers.
func ServesFiles(path string) []string {
	var names []string
	for name, sig := range indexOf(path).rows {
		if sig.Verb == Ship {
			names = append(names, lastName(name))
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// proxyHeaders are header fields by which a proxy says that it encrypts connections, or that make
// browsers encrypt them (RFC 6797).
var proxyHeaders = []string{
	"x-forwarded-proto", "x-forwarded-ssl", "x-forwarded-scheme", "x-url-scheme", "front-end-https",
	"strict-transport-security",
	"xforwardedproto", "xforwardedssl", "stricttransportsecurity", // constants of frameworks
}

// MentionsTLSProxy reports whether the source of a program mentions something that only makes
// sense where a proxy, or the program itself, encrypts connections: a header field that says so,
// or URLs of its own that begin with https.
func MentionsTLSProxy(source string) bool {
	s := strings.ToLower(source)
	if strings.Contains(s, `"https://"`) && strings.Contains(s, ".host") {
		return true
	}
	return slices.ContainsFunc(proxyHeaders, func(f string) bool { return strings.Contains(s, f) })
}
