// Package text makes texts by chance.
package text

import (
	crand "crypto/rand"
	"encoding/hex"
	"math/rand"
)

const letters = "abcdefghijklmnopqrstuvwxyz"

// RandStr returns letters that can be guessed.
func RandStr(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = letters[rand.Intn(len(letters))]
	}
	return string(b)
}

// RandHex returns digits that cannot.
func RandHex(n int) string {
	b := make([]byte, n)
	crand.Read(b)
	return hex.EncodeToString(b)
}
