// Package logi declares a logger.
package logi

import "fmt"

// Logger logs.
type Logger interface {
	Infof(format string, args ...any)
	Info(msg string, kv ...any)
	Error(err error)
	Print(s string)
}

// Default is set by main.
var Default Logger

// Infof logs by the default one.
func Infof(format string, args ...any) { Default.Infof(format, args...) }

// Wrapf formats first.
func Wrapf(format string, args ...any) { Default.Print(fmt.Sprintf(format, args...)) }
