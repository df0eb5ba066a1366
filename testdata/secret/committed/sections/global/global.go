// Package global holds the settings.
package global

import "example.com/testdata/secret/committed/sections/setting"

var (
	JWT  *setting.JWT
	Mail *setting.Mail
)
