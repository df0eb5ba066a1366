package main

import (
	"net/http"
	"os"
	"time"

	"example.com/testdata/leak/loggers/logi"
	"example.com/testdata/leak/loggers/svc"
	"example.com/testdata/leak/loggers/zl"
	"github.com/golang-jwt/jwt/v5"
)

func main() {
	k := os.Getenv("K")
	if k == "" {
		panic("no")
	}
	z := zl.New()
	logi.Default = z
	s := svc.New(z, []byte(k))
	http.HandleFunc("/", s.Login)
	http.HandleFunc("/x", func(w http.ResponseWriter, r *http.Request) {
		tok, _ := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "x", "exp": time.Now().Add(time.Minute).Unix()}).SignedString([]byte(k))
		zl.Errorf("bad %s", tok) // want token-log "via zl.Errorf"
		z.Infof("x %s", tok)     // want token-log "via zl.Infof"
		z.Print("x " + tok)      // want token-log "via zl.Print"
		w.Write([]byte(tok))
	})
	http.ListenAndServe(":1", nil)
}
