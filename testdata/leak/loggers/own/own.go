// Package own declares loggers that print by themselves, on whatever they are given.
package own

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
)

type record struct {
	at    time.Time
	text  string
	level int
}

type format interface {
	bytes(*record) []byte
}

// Records makes records, which an interface formats.
type Records struct {
	mu  sync.Mutex
	out io.Writer
	as  format
	min int
}

// New returns a logger.
func New(out io.Writer) *Records { return &Records{out: out} }

func newRecord(at time.Time, text string, level int) *record { return &record{at, text, level} }

func (l *Records) put(r *record) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.out.Write(l.as.bytes(r))
}

// Debugf formats.
func (l *Records) Debugf(format string, v ...any) {
	if l.min == 0 {
		r := newRecord(time.Now(), fmt.Sprintf(format, v...), 0)
		l.put(r)
	}
}

// Error prints.
func (l *Records) Error(v ...any) { l.put(newRecord(time.Now(), fmt.Sprint(v...), 3)) }

// At returns the logger with another level.
func (l *Records) At(min int) *Records { return &Records{out: l.out, as: l.as, min: min} }

var std = New(nil)

// Debugf formats by the default logger.
func Debugf(format string, v ...any) { std.At(1).Debugf(format, v...) }

// Lines hands lists on and writes lines of JSON to a channel.
type Lines struct{ to chan []byte }

type line struct {
	Level, Message string
}

func (l *Lines) log(level, format string, args ...any) {
	message := fmt.Sprintf(format, args...)
	b, _ := json.Marshal(line{level, strings.TrimSpace(message)})
	l.to <- b
}

// Infof formats.
func (l *Lines) Infof(format string, args ...any) { l.log("INFO", format, args...) }

// Warnf formats.
func (l *Lines) Warnf(format string, args ...any) { l.log("WARN", format, args...) }

// File writes to whatever it is given.
type File struct{ w io.Writer }

// Info prints.
func (f File) Info(args ...any) { fmt.Fprintln(f.w, args...) }

// Warning prints.
func (f File) Warning(args ...any) { fmt.Fprintln(f.w, args...) }

// Hiding hides what looks like a secret in what it prints.
type Hiding struct{ to *Records }

func hide(s string) string { return strings.ReplaceAll(s, "eyJ", "***") }

// Debugf formats and hides.
func (h Hiding) Debugf(format string, v ...any) {
	h.to.put(newRecord(time.Now(), hide(fmt.Sprintf(format, v...)), 0))
}

// Infof formats, then hides.
func (h Hiding) Infof(format string, v ...any) {
	text := fmt.Sprintf(format, v...)
	text = hide(text)
	h.to.put(newRecord(time.Now(), text, 1))
}

// Screen talks to the user of a program.
type Screen struct{ w io.Writer }

// Printf formats.
func (s Screen) Printf(format string, v ...any) { fmt.Fprintf(s.w, format, v...) }

// Print prints.
func (s Screen) Print(v ...any) { fmt.Fprint(s.w, v...) }

// Texts keeps nothing of what it gets.
type Texts struct{ last string }

// Debugf says nothing.
func (t *Texts) Debugf(format string, v ...any) {}

// Infof says how much there is.
func (t *Texts) Infof(format string, v ...any) { t.last = format[:len(v)] }
