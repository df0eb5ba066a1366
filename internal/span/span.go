// Package span reads lengths of time as people write them: those of package time, and days.
//
//	15m, 1h30m, 24h, 90d
package span

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

const day = 24 * time.Hour

// longest is more than anybody means.
const longest = 100 * 365 * day

// Span is a length of time that is longer than nothing; 0 is one that is not set. It is the value
// of a flag.
type Span time.Duration

var errForm = errors.New("must be a length of time such as 15m, 24h or 90d")

// Parse reads a length of time.
func Parse(text string) (Span, error) {
	d, err := time.ParseDuration(text)
	if n, ok := strings.CutSuffix(text, "d"); ok {
		var days int
		if days, err = strconv.Atoi(n); err == nil && days <= int(longest/day) {
			d = time.Duration(days) * day
		}
	}
	if err != nil || d <= 0 || d > longest {
		return 0, errForm
	}
	return Span(d), nil
}

// String returns the length as [Parse] reads it, "" for none.
func (s *Span) String() string {
	switch d := time.Duration(*s); {
	case d == 0:
		return ""
	case d%day == 0 && d > day:
		return strconv.Itoa(int(d/day)) + "d"
	case d%time.Hour == 0:
		return strconv.Itoa(int(d/time.Hour)) + "h"
	case d%time.Minute == 0:
		return strconv.Itoa(int(d/time.Minute)) + "m"
	default:
		return d.String()
	}
}

// Set implements [flag.Value]. An empty text takes the length back.
func (s *Span) Set(text string) (err error) {
	if *s = 0; text != "" {
		*s, err = Parse(text)
	}
	return err
}

// Or returns the length, or another one where it is not set.
func (s Span) Or(other time.Duration) time.Duration {
	if s == 0 {
		return other
	}
	return time.Duration(s)
}
