package logs

import (
	"log"
	"net/url"
)

// params are what an identity provider sends back. One helper reads all of them.
type params struct{ token, state, prompt string }

func read(q url.Values) params {
	var p params
	if v, ok := param(q, "access_token"); ok {
		p.token = v
	}
	if v, ok := param(q, "prompt"); ok {
		p.prompt = v
	}
	if v, ok := param(q, "state"); ok {
		p.state = v
	}
	return p
}

func param(q url.Values, name string) (string, bool) {
	entries, ok := q[name]
	if !ok || len(entries) < 1 {
		return "", false
	}
	return entries[0], true
}

func answered(u *url.URL) {
	p := read(u.Query())
	log.Println("asked again with", p.prompt)
	log.Println("known as", p.state)
}
