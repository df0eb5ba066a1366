// Package options has the flags of the program.
package options

import "flag"

type Options struct {
	File   string
	Report string
}

var All Options

var Schema = "config/schema.yaml" // read by nothing

func Parse() {
	flag.StringVar(&All.File, "f", "./config/settings.yaml", "settings")
	flag.StringVar(&All.Report, "report", "./config/report.yaml", "where to write a report")
	flag.Parse()
}
