// Package conf declares what the settings of the program are; others fill it.
package conf

import "net/url"

type Config struct {
	Host   string   `json:"host"`
	Hook   *url.URL `json:"-"`
	Secret string   `json:"secret"`
}
