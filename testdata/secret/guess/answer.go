package guess

import (
	"context"
	"encoding/json"
	"net/http"

	"example.com/testdata/secret/guess/dto"
	"example.com/testdata/secret/guess/session"
)

// A field of an answer is set to what a service of another package makes of a third one's text.

func answered(w http.ResponseWriter, s *session.Service, user string) {
	resp := &dto.Login{}
	var err error
	resp.Access, resp.Visit, err = s.Start(context.Background(), user) // want predictable-secret "token is derived from"
	if err != nil {
		return
	}
	json.NewEncoder(w).Encode(resp)
}

// What one function makes is reported where it is called first.
func answeredAgain(w http.ResponseWriter, s *session.Service, user string) {
	resp := &dto.Login{}
	resp.Access, resp.Visit, _ = s.Start(context.Background(), user)
	json.NewEncoder(w).Encode(resp)
}

// Near miss: a field that is also given something else.
func signed(w http.ResponseWriter, s *session.Service, user string) {
	var resp dto.Signed
	resp.Token, _, _ = s.Start(context.Background(), user)
	if user != "" {
		resp.Token, _ = s.Sign(user)
	}
	json.NewEncoder(w).Encode(resp)
}
