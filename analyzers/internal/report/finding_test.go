package report

import "testing"

// A message has the condition that it was made with, and no other.
func TestCondition(t *testing.T) {
	for message, want := range map[string]string{
		Conditional("use TLS", "the server does"): "the server does",
		"accept HS256 only":                       "",
		"convert the float64":                     "",
		"if it is":                                "",
	} {
		if got := Condition(message); got != want {
			t.Errorf("%q: got %q, want %q", message, got, want)
		}
	}
}
