// Package cristalhq hands keys to cristalhq/jwt, kataras/jwt, pascaldekloe/jwt and SermoDigital/jose.
package cristalhq

import (
	"crypto/rand"
	"os"

	"github.com/SermoDigital/jose/crypto"
	"github.com/SermoDigital/jose/jws"
	"github.com/cristalhq/jwt/v5"
	kataras "github.com/kataras/jwt"
	pascaldekloe "github.com/pascaldekloe/jwt"
)

func signer() (*jwt.Builder, error) {
	s, err := jwt.NewSignerHS(jwt.HS256, []byte("the key of a signer")) // want hardcoded-secret
	if err != nil {
		return nil, err
	}
	return jwt.NewBuilder(s), nil
}

func verifier(raw []byte) {
	v, err := jwt.NewVerifierHS(jwt.HS256, []byte("the key of a verifier")) // want hardcoded-secret
	if err == nil {
		jwt.Parse(raw, v)
	}
}

func short() {
	key := make([]byte, 32)
	rand.Read(key) // want short-secret "HS512 requires 64"
	jwt.NewSignerHS(jwt.HS512, key)
}

func fallback() {
	secret := os.Getenv("CRISTAL_A")
	if secret == "" {
		secret = "the fallback" // want default-secret
	}
	jwt.NewSignerHS(jwt.HS256, []byte(secret))
}

func positional(raw []byte) {
	kataras.Sign(kataras.HS256, []byte("the key of kataras"), kataras.Map{"sub": "1"}, kataras.MaxAge(900)) // want hardcoded-secret
	kataras.Verify(kataras.HS256, []byte(os.Getenv("KATARAS_A")), raw)                                      // want unchecked-secret
}

func registered() {
	keys := kataras.Keys{}
	keys.Register(kataras.HS256, "one", nil, []byte("the key of a registry")) // want hardcoded-secret
}

func check(raw []byte) {
	pascaldekloe.HMACCheck(raw, []byte("the key of pascaldekloe")) // want hardcoded-secret
	var c pascaldekloe.Claims
	c.HMACSign(pascaldekloe.HS256, []byte("the key of claims")) // want hardcoded-secret
}

func serialize(c jws.Claims) {
	jws.NewJWT(c, crypto.SigningMethodHS256).Serialize([]byte(os.Getenv("SERMO_A"))) // want unchecked-secret
}

// Near misses: two libraries that refuse an empty key, and one key that is tested.

func refused(raw []byte) {
	jwt.NewSignerHS(jwt.HS256, []byte(os.Getenv("CRISTAL_B")))
	pascaldekloe.HMACCheck(raw, []byte(os.Getenv("PASCAL_A")))
}

func tested(raw []byte) {
	secret := os.Getenv("KATARAS_B")
	if len(secret) < 32 {
		panic("KATARAS_B is too short")
	}
	kataras.Verify(kataras.HS256, []byte(secret), raw)
}

func identified(s jwt.Signer) { jwt.NewBuilder(s, jwt.WithKeyID("the id of a key")) }
