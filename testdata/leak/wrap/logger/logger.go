// Package logger wraps a logger, as most programs do.
package logger

import "log"

// Info logs anything.
func Info(args ...any) { log.Println(args...) }

// Infof logs anything by a format.
func Infof(format string, args ...any) { log.Printf(format, args...) }

// Logger has methods.
type Logger struct{ l *log.Logger }

// Debug logs a message with fields.
func (l *Logger) Debug(msg string, fields map[string]any) { l.l.Println(msg, fields) }

// With logs one value of any type.
func With(key string, value any) { emit(key, value) }

func emit(key string, value any) { log.Printf("%s=%v", key, value) }
