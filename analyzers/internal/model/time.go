package model

// times lists what moves instants, durations and numbers of seconds.
var times = []Library{
	{Paths: []string{"time"}, Rows: []Row{
		{Time, "Now() clock"},
		{Time, "(instant Time).Add(duration) instant"},
		{Time, "(instant Time).AddDate(years, months, days) instant"},
		{Time, "(instant Time).UTC() instant"},
		{Time, "(instant Time).Local() instant"},
		{Time, "(instant Time).In(_) instant"},
		{Time, "(instant Time).Truncate(_) instant"},
		{Time, "(instant Time).Round(_) instant"},
		{Time, "(instant Time).Unix() seconds"},
		{Time, "(instant Time).UnixMilli() millis"},
		{Time, "(instant Time).UnixMicro() micros"},
		{Time, "(instant Time).UnixNano() nanos"},
		{Time, "(instant Time).Format(_) text"},
		{Time, "(instant Time).String() text"},
		{Time, "Unix(seconds, nanos) instant"},
		{Time, "UnixMilli(millis) instant"},
		{Time, "(duration Duration).Seconds() seconds"},
		{Time, "(duration Duration).Milliseconds() millis"},
		{Time, "(duration Duration).Microseconds() micros"},
		{Time, "(duration Duration).Nanoseconds() nanos"},
		{Time, "(duration Duration).Minutes() minutes"},
		{Time, "(duration Duration).Hours() hours"},
		{Pass, "ParseDuration(from) duration"},
	}},
}
