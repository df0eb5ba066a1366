package model

import "slices"

// stdLog is what the standard library has to print and log. What an error was made of is part of
// its text.
var stdLog = []Library{
	{
		Paths: []string{"fmt"},
		Rows: slices.Concat(
			printing(Log, "", "Print"),
			[]Row{
				{Log, "Fprint(writer, written...)"}, {Log, "Fprintln(writer, written...)"},
				{Log, "Fprintf(writer, format, written...)"},
				{Pass, "Errorf(format, wrapped...)"},

				{Pass, "Sprintf(format, from...)"}, {Pass, "Sprint(from...) text"},
				{Pass, "Sprintln(from...)"},
			},
		),
	},
	{
		Paths: []string{"errors"},
		Rows: []Row{
			{Pass, "New(wrapped)"},
		},
	},
	{
		Logger: true,
		Paths:  []string{"log"},
		Rows: slices.Concat(
			printing(Log, "", "Print"), printing(Exit, "", "Fatal", "Panic"),
			printing(Log, "(*Logger).", "Print"), printing(Exit, "(*Logger).", "Fatal", "Panic"),
			[]Row{{Log, "Output(_, logged)"}, {Log, "(*Logger).Output(_, logged)"}},
		),
	},
	{
		Logger: true,
		Paths:  []string{"log/slog"},
		Rows: slices.Concat(
			plain(Log, "", "encoded...", "Debug", "Info", "Warn", "Error", "With"),
			plain(Log, "(*Logger).", "encoded...", "Debug", "Info", "Warn", "Error", "With"),
			plain(Log, "", "_, encoded...", "DebugContext", "InfoContext", "WarnContext",
				"ErrorContext"),
			plain(Log, "(*Logger).", "_, encoded...", "DebugContext", "InfoContext", "WarnContext",
				"ErrorContext"),
			plain(Log, "", "_, _, encoded...", "Log"),
			plain(Log, "(*Logger).", "_, _, encoded...", "Log"),
			plain(Log, "", "_, encoded", "String", "Any"),
			plain(Log, "", "_, encoded...", "Group"),
			plain(Log, "", "encoded", "StringValue", "AnyValue"),
			[]Row{{Hold, "Attr.Key name"}},
		),
	},
}
