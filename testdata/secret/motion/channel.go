package motion

import (
	"log"
	"os"
)

// A channel hands on what is sent into it.

func setting(name string) string {
	out := make(chan string, 1)
	if os.Getenv("MOTION_MODE") != "production" {
		out <- os.Getenv(name)
	} else {
		out <- os.Getenv(name)
	}
	return <-out
}

func signSent() { sign([]byte(setting("MOTION_SENT"))) } // want unchecked-secret

func signReceived() {
	keys := make(chan string)
	go func() { keys <- "a text that is sent to the signer" }() // want hardcoded-secret
	for key := range keys {
		sign([]byte(key))
	}
}

// Near misses: a value that is tested on its way, and another channel.

func signTested() {
	keys, names := make(chan string, 1), make(chan string, 1)
	names <- "the name of a customer"
	key := os.Getenv("MOTION_TESTED")
	if len(key) < 32 {
		log.Fatal("MOTION_TESTED is too short")
	}
	keys <- key
	log.Print(<-names)
	sign([]byte(<-keys))
}

// Two branches read one setting, whose name callers elsewhere say.

func choose(name string) string {
	if os.Getenv("MOTION_MODE") != "production" {
		log.Print("development")
		return os.Getenv(name) // want unchecked-secret
	}
	return os.Getenv(name)
}

func SignNamed(name string) { sign([]byte(choose(name))) }

// Two settings are two defects.
func signEither(test bool) {
	key := os.Getenv("MOTION_EITHER") // want unchecked-secret
	if test {
		key = os.Getenv("MOTION_OR") // want unchecked-secret
	}
	sign([]byte(key))
}
