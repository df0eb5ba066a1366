package motion

import (
	"fmt"
	"log"
	"os"
)

// A copy of the settings is masked and shown; the settings themselves keep the key.

type settings struct {
	auth   authSettings
	issuer string
}

type authSettings struct{ key string }

func load() *settings {
	s := &settings{issuer: "shop"}
	if s.auth.key = os.Getenv("MOTION_COPIED"); s.auth.key == "" {
		log.Fatal("MOTION_COPIED is not set")
	}
	show(s)
	return s
}

func show(s *settings) {
	masked := *s
	masked.auth.key = "XXXXXXXX"
	log.Printf("%+v", masked)
	fmt.Println(masked.issuer)
}

func signCopied() { sign([]byte(load().auth.key)) }

// A copy that goes on is no mask.

type changed struct{ key string }

func (c changed) withDefault() changed {
	if c.key == "" {
		c.key = "in a copy that is returned" // want default-secret
	}
	return c
}

func signChanged() {
	c := changed{key: os.Getenv("MOTION_CHANGED")}.withDefault()
	sign([]byte(c.key))
}

// A local struct that is used is no copy for a log.
func signLocal() {
	var s settings
	s.auth.key = "in a struct of this function" // want default-secret
	sign([]byte(s.auth.key))
}

func signPart() {
	s := settings{issuer: "shop"}
	s.auth.key = "in a part that goes on" // want default-secret
	log.Print(s.issuer)
	signAuth(s.auth)
}

func signAuth(a authSettings) { sign([]byte(a.key)) }
