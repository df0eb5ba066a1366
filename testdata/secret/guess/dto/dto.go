// Package dto declares what is answered.
package dto

// Login is the answer to a login.
type Login struct {
	Access string `json:"access_token"`
	Visit  string `json:"visit"`
}

// Signed is the answer with a token that somebody signs.
type Signed struct {
	Token string `json:"access_token"`
}
