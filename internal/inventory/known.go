package inventory

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"
)

// Known is a yes or no that may not be known: true, false or absent in JSON.
type Known int8

// What can be known.
const (
	Unknown Known = iota
	Yes
	No
)

// Is returns what a bool says.
func Is(b bool) Known {
	if b {
		return Yes
	}
	return No
}

// String returns yes, no, or "" where it is not known.
func (k Known) String() string { return [...]string{"", "yes", "no"}[k] }

// MarshalJSON implements [json.Marshaler].
func (k Known) MarshalJSON() ([]byte, error) {
	switch k {
	case Yes:
		return []byte("true"), nil
	case No:
		return []byte("false"), nil
	}
	return []byte("null"), nil
}

// UnmarshalJSON implements [json.Unmarshaler].
func (k *Known) UnmarshalJSON(data []byte) error {
	var b *bool
	if err := json.Unmarshal(data, &b); err != nil {
		return err
	}
	if *k = Unknown; b != nil {
		*k = Is(*b)
	}
	return nil
}

// Seconds is a length of time; 0 is one that is not known.
type Seconds int64

// SecondsOf returns a length of time in whole seconds.
func SecondsOf(d time.Duration) Seconds { return Seconds(d / time.Second) }

// String returns the length in words: 15 minutes, 30 days, 1 hour 30 minutes; "" where it is not
// known. It takes days of 24 hours and names two units at most.
func (s Seconds) String() string {
	var parts []string
	for _, u := range []struct {
		name string
		of   Seconds
	}{{"day", 24 * 60 * 60}, {"hour", 60 * 60}, {"minute", 60}, {"second", 1}} {
		n := s / u.of
		if n > 0 && len(parts) < 2 {
			text := strconv.FormatInt(int64(n), 10) + " " + u.name
			if n > 1 {
				text += "s"
			}
			parts = append(parts, text)
		}
		s %= u.of
	}
	return strings.Join(parts, " ")
}
