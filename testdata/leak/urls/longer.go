package urls

import (
	"fmt"
	"net/http"
	"net/url"

	"github.com/golang-jwt/jwt/v5"
)

// A URL with a token that gets its host later is one URL.
func longer(key []byte, host string) {
	signed, _ := jwt.New(jwt.SigningMethodHS256).SignedString(key)
	path := fmt.Sprintf("/app?access_token=%s", url.QueryEscape(signed)) // want token-url
	http.Get(fmt.Sprintf("https://login.example.com%s", path))
	http.Get("https://" + host + path)
	http.Get(fmt.Sprintf("%s/%s", host, fmt.Sprintf("app?access_token=%s", signed))) // want token-url
	http.Get(at("https://login.example.com", signed))
}

func at(host, signed string) string {
	path := "/app?access_token=" + signed // want token-url
	return fmt.Sprintf("%s%s", host, path)
}

// Two that are made apart are two. One that others lengthen can have a token of its own.
func apart(key []byte, host string) {
	signed, _ := jwt.New(jwt.SigningMethodHS256).SignedString(key)
	http.Get(host + "/a?token=" + signed) // want token-url
	http.Get(host + "/b?token=" + signed) // want token-url
	path := "/app?token=" + host
	http.Get(fmt.Sprintf("https://example.com%s&jwt=%s", path, signed)) // want token-url
}
