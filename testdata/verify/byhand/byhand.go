// Package byhand takes tokens apart without a library.
package byhand

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"strings"
)

type payload struct {
	Role string `json:"role"`
}

var enc = base64.RawURLEncoding

func cut(w http.ResponseWriter, r *http.Request) {
	_, rest, _ := strings.Cut(r.Header.Get("X-Cut"), ".")
	body, _, _ := strings.Cut(rest, ".")
	data, err := enc.DecodeString(body) // want unverified-token
	if err != nil {
		return
	}
	var p payload
	json.Unmarshal(data, &p)
	w.Write([]byte(p.Role))
}

func sliced(w http.ResponseWriter, r *http.Request) {
	raw := r.Header.Get("X-Sliced")
	i, j := strings.IndexByte(raw, '.'), strings.LastIndexByte(raw, '.')
	if i < 0 || i == j {
		return
	}
	var p payload
	data, _ := enc.DecodeString(raw[i+1 : j]) // want unverified-token
	json.Unmarshal(data, &p)
	w.Write([]byte(p.Role))
}

func counted(w http.ResponseWriter, r *http.Request) {
	i := 0
	for part := range strings.SplitSeq(r.Header.Get("X-Counted"), ".") {
		if i == 1 {
			var p payload
			data, _ := enc.DecodeString(part) // want unverified-token
			json.Unmarshal(data, &p)
			w.Write([]byte(p.Role))
		}
		i++
	}
}

func streamed(w http.ResponseWriter, r *http.Request) {
	parts := strings.Split(r.Header.Get("X-Streamed"), ".")
	if len(parts) < 3 {
		return
	}
	var p payload
	from := base64.NewDecoder(enc, strings.NewReader(parts[1])) // want unverified-token
	json.NewDecoder(from).Decode(&p)
	w.Write([]byte(p.Role))
}

// The signature is looked at, by hand.

var key []byte

func good(signed, signature string) bool {
	m := hmac.New(sha256.New, key)
	m.Write([]byte(signed))
	want, err := enc.DecodeString(signature)
	return err == nil && hmac.Equal(want, m.Sum(nil))
}

func cutAndChecked(w http.ResponseWriter, r *http.Request) {
	head, rest, _ := strings.Cut(r.Header.Get("X-Cut-Checked"), ".")
	body, signature, _ := strings.Cut(rest, ".")
	if !good(head+"."+body, signature) {
		return
	}
	var p payload
	data, _ := enc.DecodeString(body)
	json.Unmarshal(data, &p)
	w.Write([]byte(p.Role))
}

func slicedAndChecked(w http.ResponseWriter, r *http.Request) {
	raw := r.Header.Get("X-Sliced-Checked")
	i, j := strings.Index(raw, "."), strings.LastIndex(raw, ".")
	if i < 0 || i == j || !good(raw[:j], raw[j+1:]) {
		return
	}
	var p payload
	data, _ := enc.DecodeString(raw[i+1 : j])
	json.Unmarshal(data, &p)
	w.Write([]byte(p.Role))
}

func countedAndChecked(w http.ResponseWriter, r *http.Request) {
	var p payload
	i, signed := 0, ""
	for part := range strings.SplitSeq(r.Header.Get("X-Counted-Checked"), ".") {
		switch i {
		case 0:
			signed = part
		case 1:
			signed += "." + part
			data, _ := enc.DecodeString(part)
			json.Unmarshal(data, &p)
		case 2:
			if good(signed, part) {
				w.Write([]byte(p.Role))
			}
		}
		i++
	}
}

// Other things with dots, and other pieces of a token.

func cursor(w http.ResponseWriter, r *http.Request) {
	version, body, _ := strings.Cut(r.FormValue("cursor"), ".")
	var p payload
	data, _ := enc.DecodeString(body)
	json.Unmarshal(data, &p)
	w.Write([]byte(version + p.Role))
}

func header(w http.ResponseWriter, r *http.Request) {
	head, _, _ := strings.Cut(r.Header.Get("X-Head"), ".")
	var p struct{ Kid string }
	data, _ := enc.DecodeString(head)
	json.Unmarshal(data, &p)
	w.Write([]byte(p.Kid))
}
