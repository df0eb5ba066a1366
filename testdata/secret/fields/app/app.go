// Package app brings together who fills settings and who uses them.
package app

import (
	"log"
	"os"

	"example.com/testdata/secret/fields/auth"
	"example.com/testdata/secret/fields/conf"
	"example.com/testdata/secret/fields/load"
	"example.com/testdata/secret/fields/server"
)

func run() {
	s := auth.New(load.Config()) // want unchecked-secret "via conf.Key" hardcoded-secret "via conf.Secret"
	s.Token()
	s.Special()

	checked, err := load.Checked()
	if err != nil {
		log.Fatal(err)
	}
	auth.Checked(checked)

	validated := load.Validated()
	if err := validated.Validate(); err != nil {
		log.Fatal(err)
	}
	auth.Validated(validated)

	tested := load.Tested()
	if tested.Secret == "" {
		log.Fatal("FIELDS_TESTED is not set")
	}
	auth.Tested(tested)

	auth.Random(load.Random())

	tagged, err := load.Tagged()
	if err != nil {
		log.Fatal(err)
	}
	auth.Tagged(&tagged)

	prefixed, err := load.Prefixed()
	if err != nil {
		log.Fatal(err)
	}
	auth.Prefixed(&prefixed)

	plain, err := load.Plain()
	if err != nil {
		log.Fatal(err)
	}
	auth.Plain(&plain) // want default-secret "via conf.JWTSecret"
}

func written() {
	auth.Options(conf.Options{Secret: "written where it is handed over", Issuer: "shop"}) // want hardcoded-secret
	var o conf.Options
	o.Secret = os.Getenv("FIELDS_OPTIONS") // want unchecked-secret
	auth.Options(o)
}

func kept() {
	auth.Kept(conf.NewKept("given to a constructor", "shop")) // want hardcoded-secret
	strict, err := conf.NewStrict(os.Getenv("FIELDS_STRICT"))
	if err != nil {
		log.Fatal(err)
	}
	auth.Strict(strict)
}

func handed() {
	d := load.Deep()
	server.Run(&d) // want unchecked-secret "via conf.Secret"
}

type container struct{}

func (*container) provide(constructors ...any) {}

func wired(c *container) {
	c.provide(load.Injected, auth.Injected) // want unchecked-secret "via conf.Secret"
}
