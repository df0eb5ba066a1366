// Command app reads its settings section by section, through a helper of another package.
package main

import (
	"log"

	"example.com/testdata/secret/committed/sections/auth"
	"example.com/testdata/secret/committed/sections/global"
	"example.com/testdata/secret/committed/sections/setting"
)

func main() {
	s, err := setting.New("config/")
	if err != nil {
		log.Fatal(err)
	}
	if err := s.ReadSection("JWT", &global.JWT); err != nil {
		log.Fatal(err)
	}
	if err := s.ReadSection("Mail", &global.Mail); err != nil {
		log.Fatal(err)
	}
	new(setting.Logger).Infof("%s: running", "shop")
	auth.Token()
}
