package exports

import (
	"bytes"
	"os"
)

// mentioned returns the words that follow a dot in the files: all names by which they mention
// something of another package, and others. It returns false where a file may do so without a dot,
// or a file cannot be read.
//
//	jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
//	import . "net/http" // Error(w, text, StatusGone)
func mentioned(files []string) (names map[string]bool, ok bool) {
	names = map[string]bool{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil || !mention(names, text) {
			return nil, false
		}
	}
	return names, true
}

func mention(names map[string]bool, text []byte) bool {
	for {
		i := bytes.IndexByte(text, '.')
		if i < 0 {
			return true
		}
		text = bytes.TrimLeft(text[i+1:], " \t\r\n")
		if bytes.HasPrefix(text, []byte(`"`)) || bytes.HasPrefix(text, []byte("`")) ||
			bytes.HasPrefix(text, []byte("//")) || bytes.HasPrefix(text, []byte("/*")) {
			return false // an import, or a comment between dot and name
		}
		n := 0
		for n < len(text) && inName(text[n]) {
			n++
		}
		if word := text[:n]; n > 0 && !names[string(word)] {
			names[string(word)] = true
		}
		text = text[n:]
	}
}

// inName reports whether a byte can be part of a name.
func inName(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' ||
		c >= 0x80
}
