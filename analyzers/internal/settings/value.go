package settings

import (
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

// later matches values that a person or a program fills in before the file is used:
//
//	${JWT_SECRET}, $JWT_SECRET, $(cat key), %(secret)s, %JWT_SECRET%, #{Secret}#, __SECRET__
//	{{ .Values.jwt.secret }}, <your secret>, ENC[AES256_GCM,...], vault:secret/jwt#key, ****, ____,
//	and the %s\n of a printf
var later = pattern.New(`\$[{(]|^\$\w+$|\{\{|\{%|^<.*>$|^\[.*\]$|^%\(?\w+\)?s?%?$|#\{|` +
	`^__\w+__$|^@\w+@$|^ENC\[|^(vault|ref\+\w+|op|sm|ssm|arn|gcp|azure|env|file|projects)[:/]|` +
	`^[\W_]*$|^[xX]{4,}$|^%[sqvdx](\\[nrt])*$`)

// nothing matches words that stand for no value.
var nothing = pattern.New(`^(?i:null|nil|none|true|false|~)$`)

// address matches what begins with a scheme.
var address = pattern.New(`^[a-z][a-z0-9+.-]*://`)

// Written reports whether a text is a secret as it stands: it is not empty, is not filled in later,
// and is no public key and no path. A placeholder such as change-me is a key that works.
func Written(text string) bool {
	text = strings.TrimSpace(text)
	switch {
	case text == "" || nothing().MatchString(text) || later().MatchString(text):
		return false
	case strings.Contains(text, "-----BEGIN "):
		return strings.Contains(text, "PRIVATE KEY-----")
	}
	return !names.Path(text) && !address().MatchString(text)
}

// mentions finds the words of which the name of a key has one at least.
var mentions = pattern.New(`(?i)secret|key|jwt|token|sign|hmac|salt|pepper|auth|pass|private`)

// Mentions reports whether the name of a setting can be that of a key, or whether a file can have
// such a setting. What it does not report is not read.
func Mentions[T string | []byte](text T) bool {
	return mentions().MatchString(string(text)) || !names.Secret.Empty()
}

// locates finds the words of which the name of a variable with the path of a settings file has one.
var locates = pattern.New(`(?i)conf|settings|env_?(file|path)|cfg`)

// Locates reports whether an environment variable can hold the path of a settings file by its name,
// or whether a file can have such a variable.
func Locates[T string | []byte](text T) bool { return locates().MatchString(string(text)) }

// sample finds the parts of the names of files that show what settings there are.
var sample = pattern.New(`(?i)(^|[._-])(example|examples|sample|template|tmpl|tpl|dist|default` +
	`s?\.example|test|tests|schema)([._-]|$)`)

// tested finds the parts of the names of files that tests have their settings in.
var tested = pattern.New(`(?i)(^|[._-])((docker|local|unit|integration|ci)?tests?|testing|e2e)([._-]|$)`)

// ForTests reports whether a file has the settings of tests, by its name: config/test.yaml,
// config_dockertest.toml.
func ForTests(name string) bool { return tested().MatchString(name) }

// Sample reports whether a file shows what settings there are, by its name: .env.example.
func Sample(name string) bool { return sample().MatchString(name) }
