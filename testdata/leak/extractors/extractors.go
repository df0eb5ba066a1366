// Package extractors looks for tokens in requests.
package extractors

import (
	"log"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	"github.com/golang-jwt/jwt/v5/request"
	pascaldekloe "github.com/pascaldekloe/jwt"
)

type handler struct{ keys jwt.Keyfunc }

func (h *handler) argument(r *http.Request) (*jwt.Token, error) {
	return request.ParseFromRequest(r, request.ArgumentExtractor{"access_token"}, h.keys) // want token-url
}

func (h *handler) logged(r *http.Request) error {
	raw, err := request.AuthorizationHeaderExtractor.ExtractToken(r)
	if err != nil {
		return err
	}
	log.Println("got", raw) // want token-log
	return nil
}

func bearer(r *http.Request) {
	raw, err := pascaldekloe.BearerToken(r.Header)
	log.Println("got", raw, err) // want token-log
}

// Near misses. That of OAuth 2.0 looks into the header first, and the library chooses the rest.

func (h *handler) either(r *http.Request) (*jwt.Token, error) {
	return request.ParseFromRequest(r, request.OAuth2Extractor, h.keys)
}

func (h *handler) header(r *http.Request) (*jwt.Token, error) {
	return request.ParseFromRequest(r, request.AuthorizationHeaderExtractor, h.keys)
}

func (h *handler) named(r *http.Request) (*jwt.Token, error) {
	return request.ParseFromRequest(r, request.HeaderExtractor{"X-Token"}, h.keys)
}
