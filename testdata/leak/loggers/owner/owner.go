// Package owner logs with loggers that print by themselves.
package owner

import (
	"net/http"

	"example.com/testdata/leak/loggers/own"
)

type service struct {
	records *own.Records
	lines   *own.Lines
	file    own.File
	hiding  own.Hiding
	screen  own.Screen
	texts   *own.Texts
}

func (s *service) handle(w http.ResponseWriter, r *http.Request) {
	given := r.Header.Get("Authorization")
	s.records.Debugf("header %s", given) // want token-log
	s.records.Error("header ", given)    // want token-log
	own.Debugf("header %q", given)       // want token-log
	s.lines.Infof("header %v", given)    // want token-log
	s.lines.Warnf("header %v", given)    // want token-log
	s.file.Info("header", given)         // want token-log
	s.file.Warning("header", given)      // want token-log
	own.Debugf("header of %d", len(given))
	s.lines.Infof("header %.6s", given)
	s.hiding.Debugf("header %s", given)
	s.hiding.Infof("header %s", given)
	s.screen.Printf("header %s", given)
	s.screen.Print("header", given)
	s.texts.Debugf("header %s", given)
	s.texts.Infof("header %s", given)
}
