// Package app decides whether the tokens that another package signs have an end.
package app

import (
	"time"

	"example.com/testdata/expiry/condition/issue"
)

func login(i *issue.Issuer) (string, error)                    { return i.Access("u", 0) }      // want missing-expiry "via issue.Access"
func session(i *issue.Issuer) (string, error)                  { return i.Session("u", false) } // want missing-expiry
func until(i *issue.Issuer) (string, error)                    { return i.Until("u", nil) }     // want missing-expiry
func handed(i *issue.Issuer) (string, error)                   { return hand(i, 0) }            // want missing-expiry
func hand(i *issue.Issuer, life time.Duration) (string, error) { return i.Access("u", life) }

// Near misses.

func short(i *issue.Issuer) (string, error)                   { return i.Access("u", time.Minute) }
func ends(i *issue.Issuer) (string, error)                    { return i.Session("u", true) }
func fallback(i *issue.Issuer) (string, error)                { return i.Default("u", 0) }
func machine(i *issue.Issuer) (string, error)                 { return i.APIKey("u", 0) }
func unknown(i *issue.Issuer, end *time.Time) (string, error) { return i.Until("u", end) }
func turned(i *issue.Issuer) (string, error)                  { return i.Remembered("u", false) }

// A token for a machine, by its name.
func newAPIKey(i *issue.Issuer) (string, error) {
	apiKey, err := i.Access("u", 0)
	return apiKey, err
}
