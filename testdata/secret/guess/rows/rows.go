// Package rows keeps settings in tables, with the keys among them.
package rows

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"log"
	mrand "math/rand"
	"time"
)

// Setting is a row.
type Setting struct {
	ID    string
	Key   string
	Value string
}

type database interface {
	Create(row any) error
	Put(ctx context.Context, name, value string) error
}

func letters(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = "abcdefghijkmnpqrstuvwxyz"[mrand.Intn(24)] // want predictable-secret "JWT key is derived from a weak random"
	}
	return string(b)
}

func migrate(ctx context.Context, db database) error {
	if err := db.Create(&Setting{Key: "JWTSigningKey", Value: letters(16)}); err != nil {
		return err
	}
	return db.Put(ctx, "jwt_secret", fmt.Sprint(mrand.Int63())) // want predictable-secret
}

func defaults() map[string]string {
	all := map[string]string{
		"jwt_secret": fmt.Sprint(mrand.Int63()), // want predictable-secret
		"site_name":  fmt.Sprint(mrand.Int63()),
	}
	all["auth.signing_key"] = letters(24)
	return all
}

// Near misses: random keys, in rows that say more; other rows; what is no text; messages, and times.

func careful(ctx context.Context, db database) error {
	b := make([]byte, 32)
	if _, err := rand.Read(b); err != nil {
		return err
	}
	id := fmt.Sprint(mrand.Int63())
	if err := db.Create(&Setting{ID: id, Key: "jwt_secret", Value: hex.EncodeToString(b)}); err != nil {
		return err
	}
	if err := db.Create(&Setting{ID: id, Key: "hash_salt", Value: letters(8)}); err != nil {
		return err
	}
	log.Println("jwt_secret", fmt.Sprint(time.Now()))
	said := fmt.Sprintf("new signing key for %s", letters(4))
	state := map[string]string{"signing_key_loaded_at": time.Now().String(), "said": said}
	jitter := map[string]int{"jwt_key_jitter": mrand.Int()}
	return db.Put(ctx, "greeting", fmt.Sprint(jitter, state))
}
