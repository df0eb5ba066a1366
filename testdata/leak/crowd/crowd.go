// Package crowd passes one value of very many around: which of them it is nobody can say.
package crowd

import (
	"log"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var secret = os.Getenv("JWT_SECRET")

func init() {
	if len(secret) < 32 {
		log.Fatal("JWT_SECRET is too short")
	}
}

func Sign(claims jwt.RegisteredClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}

// One of two is said to be what is logged.
var few = []string{"none", secret}

// One of these, too, but a report would be a guess.
var words = []string{
	"able", "acid", "aged", "also", "area", "army", "away", "baby", "back", "ball", "band", "bank",
	"base", "bath", "bear", "beat", "been", "beer", "bell", "belt", "best", "bill", "bird", "blow",
	"blue", "boat", "body", "bomb", "bond", "bone", "book", "boom", "born", "boss", "both", "bowl",
	"bulk", "burn", "bush", "busy", "call", "calm", "came", "camp", "card", "care", "case", "cash",
	"cast", "cell", "chat", "chip", "city", "club", "coal", "coat", "code", "cold", "come", "cook",
	"cool", "cope", "copy", "core", "cost", "crew", "crop", "dark", "data", "date",
	secret,
}

func Show(n int) {
	log.Println(few[n]) // want secret-log
	log.Println(words[n])
}
