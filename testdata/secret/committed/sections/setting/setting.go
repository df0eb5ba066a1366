// Package setting fills what it is given with a section of the settings.
package setting

import (
	"fmt"
	"os"

	"github.com/spf13/viper"
)

type Setting struct{ vp *viper.Viper }

func New(folders ...string) (*Setting, error) {
	vp := viper.New()
	vp.SetConfigName("config")
	for _, f := range folders {
		vp.AddConfigPath(f)
	}
	return &Setting{vp}, vp.ReadInConfig()
}

func (s *Setting) ReadSection(name string, v any) error {
	return s.vp.UnmarshalKey(name, v)
}

type JWT struct {
	Secret string
	Issuer string
}

type Mail struct{ Secret string }

// Logger writes to the console: it compares nothing with what it gets.
type Logger struct{}

func (*Logger) Infof(format string, v ...any) { fmt.Fprintf(os.Stderr, format, v...) }
