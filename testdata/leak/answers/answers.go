// Package answers reads the body of an answer twice, and only what a good one says is a token.
package answers

import (
	"errors"
	"io"
	"log"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

type grant struct{ JWT string }

type handler struct {
	client *http.Client
	keys   jwt.Keyfunc
}

func (h *handler) login(req *http.Request, user string) (*grant, error) {
	var out grant
	resp, err := h.client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		body, _ := io.ReadAll(resp.Body)
		log.Printf("login of %s failed: %s", user, body) // what is wrong
		return nil, errors.New("refused")
	}
	body, _ := io.ReadAll(resp.Body)
	log.Printf("login of %s: %s", user, body) // want token-log "token is written to the log"
	out.JWT = string(body)
	return &out, nil
}

func (h *handler) good(g *grant) bool {
	_, err := jwt.Parse(g.JWT, h.keys, jwt.WithValidMethods([]string{"RS256"}))
	return err == nil
}

// status reads another answer: a body is no token because that of another one is.
func (h *handler) status(req *http.Request) {
	resp, err := h.client.Do(req)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	log.Printf("status: %s", body)
}
