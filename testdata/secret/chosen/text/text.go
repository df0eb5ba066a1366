// Package text has helpers that know nothing of what they are given.
package text

import "strings"

// Or returns a text, another one where that is empty.
func Or(value, other string) string {
	if value == "" {
		return other
	}
	return value
}

// If returns one of two values.
func If[T any](yes bool, one, other T) T {
	if yes {
		return one
	}
	return other
}

// Near misses: what they return is not what they are given.

// Upper changes it.
func Upper(value, other string) string {
	value = strings.ToUpper(value)
	if value == "" {
		return other
	}
	return value
}

// Must returns only one of its parameters.
func Must(value, name string) string {
	if value == "" {
		panic(name + " is not set")
	}
	return value
}

// First may have another value.
func First(value, other string, read func(*string)) string {
	read(&value)
	if value == "" {
		return other
	}
	return value
}
