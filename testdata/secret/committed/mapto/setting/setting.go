// Package setting fills its structs through a helper of its own.
package setting

import (
	"log"

	"github.com/go-ini/ini"
)

type App struct {
	JwtSecret string
	PageSize  int
}

type Database struct{ Password string }

var (
	AppSetting      = &App{}
	DatabaseSetting = &Database{}
)

var cfg *ini.File

func Setup() {
	var err error
	if cfg, err = ini.Load("conf/app.ini"); err != nil {
		log.Fatal(err)
	}
	mapTo("app", AppSetting)
	mapTo("database", DatabaseSetting)
}

func mapTo(section string, v any) {
	if err := cfg.Section(section).MapTo(v); err != nil {
		log.Fatal(err)
	}
}
