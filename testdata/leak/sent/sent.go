// Command sent is a server that prints what it was started with.
package main

import (
	"log"
	"net/http"
	"os"

	"example.com/testdata/leak/sent/client"
	"example.com/testdata/leak/sent/session"
	"example.com/testdata/leak/sent/settings"
)

func main() {
	cfg := &settings.Config{
		Listen: ":8080",
		Tower:  settings.Tower{URL: os.Getenv("TOWER_URL"), Token: os.Getenv("TOWER_ACCESS")},
	}
	log.Printf("settings: %+v", *cfg) // want token-log "field Token"
	log.Printf("tower at %s, relay %+v", cfg.Tower.URL, cfg.Relay)
	log.Println("listening on", cfg.Listen)

	tower := client.NewTower(cfg.Tower.URL, cfg.Tower.Token)
	if tower.Token == "" {
		log.Fatal("TOWER_ACCESS is not set")
	}
	log.Printf("tower: %v", *tower)          // want token-log "field Token"
	log.Println("calling with", tower.Token) // want token-log

	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s := session.Of(r)
		log.Printf("session: %+v", *s)      // want token-log "field Token"
		log.Println(s.User, "has", s.Token) // want token-log
		log.Println(s.User, s.Scheme, s.TokenURL)

		res, err := client.FromSettings(cfg)
		if err != nil {
			log.Println("tower:", err)
			return
		}
		res.Body.Close()
		w.WriteHeader(res.StatusCode)
	})
	log.Fatal(http.ListenAndServe(cfg.Listen, nil))
}
