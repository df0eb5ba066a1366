// Package commands has what an administrator runs. Nothing in it says that a command line does.
package commands

import (
	"fmt"
	"log"

	"github.com/golang-jwt/jwt/v5"
)

// Issuer makes tokens.
type Issuer struct{ Key []byte }

func (i *Issuer) token(subject string) (string, error) {
	claims := jwt.RegisteredClaims{Subject: subject}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(i.Key)
}

// GenToken prints the token that it is run for, as the tooling of ardanlabs/service does.
func GenToken(i *Issuer, subject string) error {
	token, err := i.token(subject)
	if err != nil {
		return fmt.Errorf("generating token: %w", err)
	}
	fmt.Printf("-----BEGIN TOKEN-----\n%s\n-----END TOKEN-----\n", token)
	return nil
}

// Login hands the token on, and shows it by the way.
func Login(i *Issuer, subject string) (string, error) {
	token, err := i.token(subject)
	if err != nil {
		return "", err
	}
	fmt.Println("issued", token) // want token-log
	return token, nil
}

// Logged writes it to a log, which others read.
func Logged(i *Issuer, subject string) {
	token, _ := i.token(subject)
	log.Println("issued", token) // want token-log
}
