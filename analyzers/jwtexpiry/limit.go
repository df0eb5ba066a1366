package jwtexpiry

// This file knows how long tokens may live where nothing else is set:
//
//	-jwtexpiry.access-life=15m -jwtexpiry.refresh-life=30d

import (
	"flag"
	"fmt"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/internal/span"
)

// The longest lives that are not reported.
const (
	maxAccess  = 24 * time.Hour
	maxRefresh = 90 * 24 * time.Hour
	maxClient  = 184 * 24 * time.Hour // six months, as services allow the assertions of clients
)

// accessLife and refreshLife are other limits, which flags set.
var accessLife, refreshLife span.Span

// flags returns the flags of the analyzer.
func flags() flag.FlagSet {
	fs := report.Flags(&settings)
	fs.Var(&accessLife, "access-life",
		"longest `time` that an access token may live, 24h when not given")
	fs.Var(&refreshLife, "refresh-life",
		"longest `time` that a refresh token may live, 90d when not given")
	return fs
}

// least returns the life up to which no token is reported.
func least() time.Duration { return min(accessLife.Or(maxAccess), refreshLife.Or(maxRefresh)) }

// days writes a life for people: 2 days, 60 hours, 90 minutes.
func days(d time.Duration) string {
	const day = 24 * time.Hour
	unit, name := time.Minute, "minute"
	switch {
	case d >= 2*day && (d%day == 0 || d > 7*day):
		unit, name = day, "day"
	case d >= 2*time.Hour && (d%time.Hour == 0 || d > day) || d == time.Hour:
		unit, name = time.Hour, "hour"
	}
	if n := d / unit; n != 1 {
		return fmt.Sprintf("%d %ss", n, name)
	}
	return "1 " + name
}
