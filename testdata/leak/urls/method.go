package urls

import (
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
)

const address = "https://id.example.org/api"

// send puts parameters where the method wants them.
func send(method, address string, params url.Values) error {
	var body io.Reader
	switch method {
	case http.MethodPost:
		body = strings.NewReader(params.Encode())
	case http.MethodGet:
		u, _ := url.Parse(address)
		u.RawQuery = params.Encode()
		address = u.String()
	default:
		return errors.New("another method")
	}
	req, err := http.NewRequest(method, address, body)
	if err != nil {
		return err
	}
	_, err = http.DefaultClient.Do(req)
	return err
}

func renew(s Session) error {
	params := url.Values{}
	params.Set("refresh_token", s.AccessToken)
	return send("POST", address, params)
}

func inspect(s Session) error {
	params := url.Values{}
	params.Set("access_token", s.AccessToken) // want token-url
	return send("GET", address, params)
}

func byParameter(method string, s Session) error {
	params := url.Values{}
	params.Set("access_token", s.AccessToken) // want token-url
	return send(method, address, params)
}

// branch does so by an if.
func branch(method, address string, params url.Values) {
	if method == http.MethodPost {
		http.Post(address, "application/x-www-form-urlencoded", strings.NewReader(params.Encode()))
	} else {
		http.Get(address + "?" + params.Encode())
	}
}

func both(s Session) {
	form := url.Values{}
	form.Set("refresh_token", s.AccessToken)
	branch(http.MethodPost, address, form)
	query := url.Values{}
	query.Set("refresh_token", s.AccessToken) // want token-url
	branch(http.MethodGet, address, query)
}
