// Package transport sends tokens over connections that others can read.
package transport

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"net/http"
)

// Client uses the API for a user who has a token.
type Client struct {
	token string
	http  *http.Client
}

// login asks for a longer session. Everybody between here and the server can copy the token.
func (c *Client) login(ctx context.Context, device string) (*http.Response, error) {
	body, err := json.Marshal(map[string]string{"device": device})
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost,
		"http://api.example.com/login", bytes.NewReader(body)) // want plain-http
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	return c.http.Do(req)
}

// notes uses https and then asks nobody for a certificate, which is no better.
func (c *Client) notes(ctx context.Context) (*http.Response, error) {
	client := &http.Client{Transport: &http.Transport{
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, // want insecure-tls
	}}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.example.com/notes", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	return client.Do(req)
}

// download puts the token where every proxy and every history keeps it.
func (c *Client) download(ctx context.Context, id string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet,
		"https://api.example.com/notes/"+id+"?access_token="+c.token, nil) // want token-url
	if err != nil {
		return nil, err
	}
	return c.http.Do(req)
}
