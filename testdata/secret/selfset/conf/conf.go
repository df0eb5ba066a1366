// Package conf has settings that main sets by flags.
package conf

// Settings of the program.
var (
	Key  = ""
	Life int
)
