package panics

import (
	"encoding/base64"
	"errors"
	"net/http"
	"strings"
)

// listed takes one of several credentials apart: the pieces of the one say nothing of the other.
func listed(r *http.Request) (map[string]string, error) {
	out := map[string]string{}
	for _, one := range strings.Split(r.Header.Get("Authorization"), ",") {
		fields := strings.SplitN(strings.TrimSpace(one), " ", 2)
		if len(fields) != 2 {
			return nil, errors.New("two fields wanted")
		}
		text, err := base64.StdEncoding.DecodeString(fields[1])
		if err != nil {
			return nil, err
		}
		pair := strings.SplitN(string(text), ":", 2)
		out[fields[0]] = pair[1] // want header-panic
	}
	return out, nil
}

// tested looks at the length of what it takes apart last, too.
func tested(r *http.Request) (string, error) {
	fields := strings.SplitN(r.Header.Get("Authorization"), " ", 2)
	if len(fields) != 2 {
		return "", errors.New("two fields wanted")
	}
	pair := strings.SplitN(fields[1], ":", 2)
	if len(pair) != 2 {
		return "", errors.New("a user and a password wanted")
	}
	return pair[1], nil
}
