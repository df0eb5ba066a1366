package redact

import (
	"encoding/json"
	"log"
	"log/slog"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type settings struct {
	Port   int
	Secret string
	DB     struct{ URL, JWTSecret string }
}

func load() (*settings, error) {
	c := &settings{Port: 80, Secret: os.Getenv("REDACT_SECRET")}
	c.DB.JWTSecret = os.Getenv("REDACT_DB")
	if len(c.Secret) < 32 || len(c.DB.JWTSecret) < 32 {
		return nil, os.ErrInvalid
	}
	return c, nil
}

func sign(key string) (string, error) {
	claims := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
}

func (c settings) safe() settings {
	c.Secret = "***"
	c.DB.JWTSecret = ""
	return c
}

func (c *settings) public() *settings {
	if c == nil {
		return nil
	}
	d := *c
	d.Secret = "[redacted]"
	d.DB.JWTSecret = strings.Repeat("*", len(d.DB.JWTSecret))
	return &d
}

// at changes another field.
func (c settings) at(port int) settings {
	c.Port = port
	return c
}

func (c settings) view() map[string]any {
	return map[string]any{"port": c.Port, "secret": c.Secret[:2] + "***", "set": c.Secret != ""}
}

func shown(w http.ResponseWriter, cfg *settings) {
	sign(cfg.Secret)
	sign(cfg.DB.JWTSecret)
	log.Printf("%+v %+v", cfg.safe(), cfg.public())
	slog.Info("start", "config", cfg.view())
	copied := *cfg
	copied.Secret, copied.DB.JWTSecret = "", ""
	log.Printf("%+v", copied)
	slog.Info("start", "config", &copied)
	json.NewEncoder(w).Encode(copied)
	log.Printf("%+v", settings{Port: 8080})
	hidden := cfg.public()
	log.Printf("%+v", hidden)
	type plain settings
	p := plain(*cfg)
	p.Secret, p.DB.JWTSecret = "***", "***"
	json.NewEncoder(w).Encode(p)
}

type kept struct {
	Port   int
	Secret string `json:"-"`
	open   string
}

func encoded(w http.ResponseWriter) {
	k := &kept{Port: 1, Secret: os.Getenv("REDACT_KEPT"), open: os.Getenv("REDACT_KEPT")}
	if len(k.Secret) < 32 {
		return
	}
	sign(k.Secret)
	b, _ := json.Marshal(k)
	log.Println(string(b), k.open == "")
	json.NewEncoder(w).Encode(k)
	log.Printf("%+v", k) // want secret-log
}

func open(cfg *settings) {
	log.Printf("%+v", cfg) // want secret-log
	half := *cfg
	half.Secret = "***"
	log.Printf("%+v", half) // want secret-log "JWTSecret"
	other := *cfg
	other.Secret, other.DB.JWTSecret = "", ""
	log.Printf("%+v", *cfg)                         // want secret-log
	log.Printf("%+v", cfg.at(8080))                 // want secret-log
	log.Printf("%+v", settings{Secret: cfg.Secret}) // want secret-log
	late := *cfg
	log.Printf("%+v", late) // want secret-log
	late.Secret, late.DB.JWTSecret = "***", "***"
	late.Secret = cfg.Secret
	log.Printf("%+v", late) // want secret-log
}

// each logs the header fields one by one.
func each(r *http.Request) {
	for k, v := range r.Header {
		if k == "Authorization" {
			continue
		}
		log.Printf("%s: %s", k, v)
	}
	for k, vs := range r.Header {
		for _, v := range vs {
			if strings.Contains(strings.ToLower(k), "auth") {
				v = "***"
			}
			log.Println(k, v)
		}
	}
	for name, values := range r.Header {
		lower := strings.ToLower(name)
		switch lower {
		case "authorization", "cookie":
			values = []string{"***"}
		}
		log.Println(name, values)
	}
	for name, values := range r.Header {
		log.Println(name, values) // want token-log
	}
	for _, values := range r.Header {
		log.Println(strings.Join(values, " "), values) // want token-log
	}
}
