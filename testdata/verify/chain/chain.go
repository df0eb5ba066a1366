// Package chain takes keys from the certificates of the token itself.
package chain

import (
	"crypto/x509"
	"encoding/base64"
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

func direct(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		chain := t.Header["x5c"].([]any)
		der, err := base64.StdEncoding.DecodeString(chain[0].(string))
		if err != nil {
			return nil, err
		}
		cert, err := x509.ParseCertificate(der)
		if err != nil {
			return nil, err
		}
		return cert.PublicKey, nil // want key-from-token "x5c"
	})
}

func ranged(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		for _, c := range t.Header["x5c"].([]any) {
			der, err := base64.StdEncoding.DecodeString(c.(string))
			if err != nil {
				return nil, err
			}
			cert, err := x509.ParseCertificate(der)
			return cert.PublicKey, err // want key-from-token "x5c"
		}
		return nil, errors.New("x")
	})
}

func parse(s string) (*x509.Certificate, error) {
	der, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		return nil, err
	}
	return x509.ParseCertificate(der)
}

func helper(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		chain, _ := t.Header["x5c"].([]any)
		cert, err := parse(chain[0].(string))
		if err != nil {
			return nil, err
		}
		return cert.PublicKey, nil // want key-from-token "x5c"
	})
}

func all(t *jwt.Token) ([]*x509.Certificate, error) {
	var out []*x509.Certificate
	for _, c := range t.Header["x5c"].([]any) {
		cert, err := parse(c.(string))
		if err != nil {
			return nil, err
		}
		out = append(out, cert)
	}
	return out, nil
}

func list(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		certs, err := all(t)
		if err != nil {
			return nil, err
		}
		return certs[0].PublicKey, nil // want key-from-token "x5c"
	})
}

func check(roots *x509.CertPool, c *x509.Certificate) error {
	_, err := c.Verify(x509.VerifyOptions{Roots: roots})
	return err
}

func near(raw string, roots *x509.CertPool) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		certs, err := all(t)
		if err != nil {
			return nil, err
		}
		if err := check(roots, certs[0]); err != nil {
			return nil, err
		}
		return certs[0].PublicKey, nil
	})
}
