// Package cristalhq signs tokens of the smaller libraries.
package cristalhq

import (
	"time"

	"github.com/SermoDigital/jose/crypto"
	"github.com/SermoDigital/jose/jws"
	"github.com/cristalhq/jwt/v5"
	iris "github.com/kataras/iris/v12/middleware/jwt"
	kataras "github.com/kataras/jwt"
	pascaldekloe "github.com/pascaldekloe/jwt"
)

type userClaims struct {
	jwt.RegisteredClaims
	Name string `json:"name"`
}

func missing(b *jwt.Builder, user string) {
	b.Build(jwt.RegisteredClaims{Subject: user})                                           // want missing-expiry
	b.Build(userClaims{RegisteredClaims: jwt.RegisteredClaims{Subject: user}, Name: "me"}) // want missing-expiry
}

func week(b *jwt.Builder) {
	b.Build(&jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(7 * 24 * time.Hour))}) // want long-expiry "7 days"
}

func positional(key []byte, user string) {
	kataras.Sign(kataras.HS256, key, kataras.Map{"sub": user})                               // want missing-expiry
	kataras.Sign(kataras.HS256, key, kataras.Map{"sub": user}, kataras.MaxAge(72*time.Hour)) // want long-expiry "3 days"
}

func middleware(key []byte, user string) {
	iris.NewSigner(iris.HS256, key, 0).Sign(kataras.Map{"sub": user}) // want missing-expiry
	signer := iris.NewSigner(iris.HS256, key, 48*time.Hour)           // want long-expiry "2 days"
	signer.Sign(kataras.Map{"sub": user})
}

func receiver(key []byte, user string) {
	var c pascaldekloe.Claims
	c.Subject = user
	c.HMACSign(pascaldekloe.HS256, key) // want missing-expiry
}

func serialize(key []byte, user string) {
	c := jws.Claims{}
	c["sub"] = user
	jws.NewJWT(c, crypto.SigningMethodHS256).Serialize(key) // want missing-expiry
}

// Near misses.

func timed(b *jwt.Builder, key []byte, user string) {
	b.Build(jwt.RegisteredClaims{Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))})
	kataras.Sign(kataras.HS256, key, kataras.Map{"sub": user}, kataras.MaxAge(15*time.Minute))
	kataras.Sign(kataras.HS256, key, kataras.Map{"sub": user}, kataras.Claims{Expiry: time.Now().Add(time.Hour).Unix()})
	kataras.Sign(kataras.HS256, key, kataras.Claims{Expiry: time.Now().Add(time.Hour).Unix()})
	iris.NewSigner(iris.HS256, key, time.Hour).Sign(kataras.Map{"sub": user})
	var c pascaldekloe.Claims
	c.Expires = pascaldekloe.NewNumericTime(time.Now().Add(time.Hour))
	c.HMACSign(pascaldekloe.HS256, key)
}

func unseen(key []byte, s *iris.Signer, opts []kataras.SignOption, claims any) {
	s.Sign(kataras.Map{"sub": "me"})
	kataras.Sign(kataras.HS256, key, kataras.Map{"sub": "me"}, opts...)
	kataras.Sign(kataras.HS256, key, claims)
}
