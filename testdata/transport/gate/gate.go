// Package gate sends what only the names of headers and fields say is worth protecting.
package gate

import "net/http"

func report(user, password string) (*http.Response, error) {
	r, err := http.NewRequest("GET", "http://reports.acme.com/daily", nil) // want plain-http
	if err != nil {
		return nil, err
	}
	r.SetBasicAuth(user, password)
	return http.DefaultClient.Do(r)
}

func list() (*http.Response, error) {
	r, err := http.NewRequest("GET", "http://reports.acme.com/daily", nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(r)
}
