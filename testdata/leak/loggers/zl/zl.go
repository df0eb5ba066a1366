// Package zl implements by zap.
package zl

import (
	"fmt"
	"log"

	"go.uber.org/zap"
)

type Zap struct{ s *zap.SugaredLogger }

func New() *Zap { return &Zap{zap.NewNop().Sugar()} }

func (z *Zap) Infof(format string, args ...any) { z.s.Infof(format, args...) }
func (z *Zap) Info(msg string, kv ...any)       { z.s.Infow(msg, kv...) }
func (z *Zap) Error(err error)                  { z.s.Error(err) }
func (z *Zap) Print(s string)                   { z.s.Info(s) }

// Errorf formats first.
func Errorf(format string, args ...any) error {
	err := fmt.Errorf(format, args...)
	log.Println(err.Error())
	return err
}
