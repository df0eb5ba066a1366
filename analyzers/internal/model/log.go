package model

// logs lists what writes its arguments where operators, and whoever gets at their logs, read them.
var loggers = []Library{
	{Paths: []string{"os"}, Rows: []Row{
		{Hold, "Stdout console"}, {Hold, "Stderr console"}, {Log, "(writer *File).WriteString(written)"}, {Log, "(writer *File).Write(written)"},
	}},
	{Paths: []string{"io"}, Rows: []Row{{Log, "WriteString(writer, written)"}}},
}
