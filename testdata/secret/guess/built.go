package guess

import (
	"bytes"
	"crypto/rand"
	"fmt"
	mrand "math/rand"
	"os"
	"strings"
)

// Texts that are written piece by piece, or character by character.

var runes = []rune("abcdefghijklmnopqrstuvwxyz")

func ofRunes(n int) string {
	b := make([]rune, n)
	for i := range b {
		b[i] = runes[mrand.Intn(len(runes))] // want predictable-secret
	}
	return string(b)
}

func ofAppended(n int) string {
	b := []rune{}
	for range n {
		b = append(b, runes[mrand.Intn(len(runes))]) // want predictable-secret
	}
	return string(b)
}

func ofBuilder(n int) string {
	var sb strings.Builder
	sb.Grow(n)
	for range n {
		c := letters[mrand.Intn(len(letters))] // want predictable-secret
		sb.WriteByte(c)
	}
	return sb.String()
}

func ofBuffer(n int) []byte {
	var buf bytes.Buffer
	buf.WriteString("key-")
	for range n {
		buf.WriteRune(rune('a' + mrand.Intn(26))) // want predictable-secret
	}
	return buf.Bytes()
}

func built() {
	sign([]byte(ofRunes(32)))
	sign([]byte(ofAppended(32)))
	sign([]byte(ofBuilder(32)))
	sign(ofBuffer(32))
}

// Near misses: some piece is secret, or something else writes to the text, or nothing is known of it.

func ofSecure(n int) string {
	var sb strings.Builder
	b := make([]byte, n)
	rand.Read(b)
	for i := range b {
		sb.WriteByte(letters[int(b[i])%len(letters)])
	}
	return sb.String()
}

func ofPrefix() string {
	var sb strings.Builder
	sb.WriteString("prefix")
	sb.WriteString(os.Getenv("GUESS_A"))
	return sb.String()
}

func ofPrinted() string {
	var sb strings.Builder
	sb.WriteString("prefix")
	fmt.Fprintf(&sb, "%s", os.Getenv("GUESS_A"))
	return sb.String()
}

func ofOther(fill func(*strings.Builder)) string {
	var sb strings.Builder
	sb.WriteString("prefix")
	fill(&sb)
	return sb.String()
}

func notBuilt(fill func(*strings.Builder)) {
	sign([]byte(ofSecure(32)))
	sign([]byte(ofPrefix()))
	sign([]byte(ofPrinted()))
	sign([]byte(ofOther(fill)))
}
