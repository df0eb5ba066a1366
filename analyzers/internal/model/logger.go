package model

// This file knows loggers that no table names: interfaces by which a program hides the one that it
// uses, and types that print by themselves.
//
//	type Logger interface {
//		Infof(format string, args ...any)
//		Info(ctx context.Context, msg string, pairs ...any)
//		Error(err error)
//	}
//	func (l *logger) Infof(format string, args ...any)  // LevelMethods
//	func (l *logger) Errorf(format string, args ...any)

import (
	"go/types"
	"slices"
	"strings"
)

// levels are the words that methods of loggers begin with, by custom. A report to a test has only
// some of them (testing.TB), so the first ones say that an interface is a logger.
var levels, otherLevels = []string{"Debug", "Info", "Warn", "Trace", "Print"},
	[]string{"Notice", "Error", "Critical", "Fatal", "Panic", "Log"}

// isLevel reports whether a name is one of the words, alone or with what says how the arguments are
// printed or that they follow a context.
func isLevel(name string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		rest, ok := strings.CutPrefix(name, w)
		return ok && slices.Contains([]string{"", "f", "ln", "w", "ing", "ingf", "Context", "Ctx",
			"fContext", "fCtx", "ContextF", "Contextf", "Ctxf"}, rest)
	})
}

// IsFatal reports whether a name is that of a level after which the program ends, by custom.
func IsFatal(name string) bool {
	return strings.HasPrefix(name, "Fatal") || strings.HasPrefix(name, "Panic")
}

// LoggerMethod returns the row of a method of an interface that is a logger, nil for all other
// functions.
func LoggerMethod(fn *types.Func) *Sig {
	if fn == nil || !isLevel(fn.Name(), levels) && !isLevel(fn.Name(), otherLevels) {
		return nil
	}
	recv := fn.Signature().Recv()
	if recv == nil {
		return nil
	}
	iface, ok := recv.Type().Underlying().(*types.Interface)
	if !ok || !IsLoggerInterface(iface) {
		return nil
	}
	args := loggerArgs(fn)
	if args == "" {
		return nil
	}
	sig, _ := Row{Log, fn.Name() + "(" + args + ")"}.Parse()
	return sig
}

// IsLoggerInterface reports whether an interface is a logger: it has a method that is named as a
// level, takes values of any type and returns nothing.
func IsLoggerInterface(iface *types.Interface) bool {
	for m := range iface.Methods() {
		if LogsAnything(m) {
			return true
		}
	}
	return false
}

// LogsAnything reports whether a method, of whatever type, is named as a level, takes values of any
// type and returns nothing.
func LogsAnything(fn *types.Func) bool { return isLevel(fn.Name(), levels) && takesAnything(fn) }

// takesAnything reports whether a method takes values of any type last and returns nothing.
func takesAnything(fn *types.Func) bool {
	sig := fn.Signature()
	if sig.Recv() == nil || !sig.Variadic() || sig.Results().Len() > 0 {
		return false
	}
	list, ok := sig.Params().At(sig.Params().Len() - 1).Type().(*types.Slice)
	return ok && isAny(list.Elem())
}

// LevelMethods returns the methods of a type, no interface, that are named as levels and take values
// of any type, nil where the type is no logger: it has them for two levels at least. Print is none,
// which what talks to the user of a program has too.
func LevelMethods(t *types.Named) (methods []*types.Func) {
	if types.IsInterface(t) {
		return nil
	}
	of := map[string]bool{}
	for fn := range t.Methods() {
		if !takesAnything(fn) || !isLevel(fn.Name(), levels) && !isLevel(fn.Name(), otherLevels) {
			continue
		}
		methods = append(methods, fn)
		for _, w := range []string{"Debug", "Info", "Warn", "Trace", "Error"} {
			if strings.HasPrefix(fn.Name(), w) {
				of[w] = true
			}
		}
	}
	if len(of) < 2 {
		return nil
	}
	return methods
}

// loggerArgs returns the roles of the arguments of a method of a logger as a row writes them, ""
// for one that prints none.
func loggerArgs(fn *types.Func) string {
	params := fn.Signature().Params()
	var out []string
	for i := range params.Len() {
		role := loggerArg(fn, i, out)
		if fn.Signature().Variadic() && i == params.Len()-1 {
			role += "..."
		}
		out = append(out, role)
	}
	if !slices.ContainsFunc(out, func(r string) bool { return r != "_" && r != "_..." }) {
		return ""
	}
	return strings.Join(out, ", ")
}

// loggerArg returns the role of argument i after those of the arguments before it: what follows a
// format is formatted, what follows a message are names and values.
func loggerArg(fn *types.Func, i int, before []string) string {
	params := fn.Signature().Params()
	t := params.At(i).Type()
	if fn.Signature().Variadic() && i == params.Len()-1 {
		switch list, ok := t.(*types.Slice); {
		case !ok || !isAny(list.Elem()):
			return "_"
		case slices.Contains(before, string(Logged)), strings.HasSuffix(fn.Name(), "w"):
			return string(Encoded)
		}
		return string(Logged)
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		if u.Kind() != types.String {
			return "_"
		}
		if i == params.Len()-2 && isFormat(fn.Name()) {
			return string(Format)
		}
		return string(Logged)
	case *types.Map:
		return string(Encoded)
	case *types.Interface:
		if u.Empty() || types.Identical(t, types.Universe.Lookup("error").Type()) {
			return string(Logged)
		}
	}
	return "_"
}

// isFormat reports whether the name of a method says that it takes a format.
func isFormat(name string) bool {
	for _, w := range slices.Concat(levels, otherLevels) {
		if rest, ok := strings.CutPrefix(name, w); ok {
			return strings.Contains(strings.ToLower(rest), "f")
		}
	}
	return false
}

// isAny reports whether a type is the empty interface.
func isAny(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.Empty()
}
