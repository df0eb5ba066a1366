package model

import "slices"

// logging lists the loggers that are there for nothing else: what they write can be read by
// operators and by anyone with access to their logs.
var logging = slices.Concat(zap, zerolog, logrus, levelLogs)

// zap is uber-go/zap. A field is written as JSON.
var zap = []Library{
	{
		Logger: true,
		Paths:  []string{"go.uber.org/zap"},
		Rows: slices.Concat(
			plain(Log, "(*Logger).", "logged, _...", "Debug", "Info", "Warn", "Error", "DPanic"),
			plain(Exit, "(*Logger).", "logged, _...", "Fatal", "Panic"),
			printing(Log, "(*SugaredLogger).", "Debug", "Info", "Warn", "Error", "DPanic"),
			printing(Exit, "(*SugaredLogger).", "Fatal", "Panic"),
			plain(Log, "(*SugaredLogger).", "encoded...", "Debugw", "Infow", "Warnw", "Errorw",
				"DPanicw", "With"),
			plain(Exit, "(*SugaredLogger).", "encoded...", "Fatalw", "Panicw"),
			plain(Log, "", "_, encoded", "String", "Stringp", "ByteString", "Binary", "Strings",
				"Any", "Reflect", "Stringer"),
			[]Row{{Log, "Error(logged)"}, {Log, "NamedError(_, logged)"}},
		),
	},
	{Paths: []string{"go.uber.org/zap/zapcore"}, Rows: []Row{{Hold, "Field.Key name"}}},
}

// zerolog is rs/zerolog. Fatal and Panic of a logger end the program once their message is sent.
var zerolog = []Library{
	{
		Logger: true,
		Paths:  []string{"github.com/rs/zerolog"},
		Rows: slices.Concat(
			plain(Log, "(*Event).", "_, encoded", "Str", "Strs", "Bytes", "Hex", "RawJSON",
				"Interface", "Any"),
			plain(Log, "(Context).", "_, encoded", "Str", "Strs", "Bytes", "Hex", "RawJSON",
				"Interface", "Any"),
			[]Row{
				{Log, "(*Event).Fields(encoded)"}, {Log, "(*Event).Msg(logged)"},
				{Log, "(*Event).Msgf(format, logged...)"}, {Log, "(Context).Fields(encoded)"},
				{Log, "(*Event).Err(logged)"}, {Log, "(*Event).AnErr(_, logged)"},
				{Log, "(Context).Err(logged)"},
			},
			printing(Log, "(*Logger).", "Print"),
			[]Row{{Exit, "(*Logger).Fatal()"}, {Exit, "(*Logger).Panic()"}},
		),
	},
	{
		Logger: true,
		Paths:  []string{"github.com/rs/zerolog/log"},
		Rows: []Row{
			{Log, "Print(logged...)"}, {Log, "Printf(format, logged...)"},
			{Exit, "Fatal()"}, {Exit, "Panic()"},
		},
	},
}

// logrus is sirupsen/logrus.
var logrus = []Library{
	{
		Logger: true,
		Paths:  []string{"github.com/sirupsen/logrus"},
		Rows: slices.Concat(
			printing(Log, "", "Trace", "Debug", "Info", "Print", "Warn", "Warning", "Error"),
			printing(Exit, "", "Fatal", "Panic"),
			printing(Log, "(*Logger).", "Trace", "Debug", "Info", "Print", "Warn", "Warning",
				"Error"),
			printing(Exit, "(*Logger).", "Fatal", "Panic"),
			printing(Log, "(*Entry).", "Trace", "Debug", "Info", "Print", "Warn", "Warning",
				"Error"),
			printing(Exit, "(*Entry).", "Fatal", "Panic"),
			fields("", "(*Logger).", "(*Entry).", "(FieldLogger)."),
			printing(Log, "(FieldLogger).", "Debug", "Info", "Print", "Warn", "Warning", "Error"),
			[]Row{
				{Log, "(*Logger).Log(_, logged...)"}, {Log, "(*Logger).Logf(_, format, logged...)"},
				{Log, "(*Entry).Log(_, logged...)"}, {Log, "(*Entry).Logf(_, format, logged...)"},
				{Hold, "Entry.Data name"},
			},
		),
	},
}

// levelLogs lists the other loggers.
var levelLogs = []Library{
	{
		Logger: true,
		Paths:  []string{"github.com/golang/glog", "k8s.io/klog", "k8s.io/klog/v2"},
		Rows: slices.Concat(
			printing(Log, "", "Info", "Warning", "Error"), printing(Exit, "", "Fatal", "Exit"),
			printing(Log, "(Verbose).", "Info"),
			plain(Log, "", "logged, encoded...", "InfoS"),
			plain(Log, "", "logged, logged, encoded...", "ErrorS"),
			plain(Log, "(Verbose).", "logged, encoded...", "InfoS"),
		),
	},
	{
		Logger: true,
		Paths:  []string{"github.com/go-logr/logr"},
		Rows: slices.Concat(
			plain(Log, "(Logger).", "logged, encoded...", "Info"),
			plain(Log, "(Logger).", "logged, logged, encoded...", "Error"),
			plain(Log, "(Logger).", "encoded...", "WithValues"),
		),
	},
	{
		Logger: true,
		Paths:  []string{"github.com/hashicorp/go-hclog"},
		Rows: slices.Concat(
			plain(Log, "(Logger).", "logged, encoded...", "Trace", "Debug", "Info", "Warn",
				"Error"),
			plain(Log, "(Logger).", "encoded...", "With"),
			plain(Log, "(Logger).", "_, logged, encoded...", "Log"),
		),
	},
	{
		Logger: true,
		Paths:  []string{"github.com/charmbracelet/log"},
		Rows: slices.Concat(
			plain(Log, "", "encoded...", "Debug", "Info", "Warn", "Error", "Print", "With"),
			plain(Exit, "", "encoded...", "Fatal"),
			plain(Log, "(*Logger).", "encoded...", "Debug", "Info", "Warn", "Error", "Print",
				"With"),
			plain(Exit, "(*Logger).", "encoded...", "Fatal"),
			plain(Log, "", "format, logged...", "Debugf", "Infof", "Warnf", "Errorf", "Printf"),
			plain(Exit, "", "format, logged...", "Fatalf"),
			plain(Log, "(*Logger).", "format, logged...", "Debugf", "Infof", "Warnf", "Errorf",
				"Printf"),
			plain(Exit, "(*Logger).", "format, logged...", "Fatalf"),
		),
	},
	{
		Logger: true,
		Paths:  []string{"github.com/apex/log"},
		Rows: slices.Concat(
			plain(Log, "", "logged", "Debug", "Info", "Warn", "Error"),
			plain(Exit, "", "logged", "Fatal"),
			plain(Log, "", "format, logged...", "Debugf", "Infof", "Warnf", "Errorf"),
			plain(Exit, "", "format, logged...", "Fatalf"),
			plain(Log, "(*Logger).", "logged", "Debug", "Info", "Warn", "Error"),
			plain(Log, "(*Logger).", "format, logged...", "Debugf", "Infof", "Warnf", "Errorf"),
			plain(Log, "(*Entry).", "logged", "Debug", "Info", "Warn", "Error"),
			plain(Log, "(*Entry).", "format, logged...", "Debugf", "Infof", "Warnf", "Errorf"),
			fields("", "(*Logger).", "(*Entry)."),
		),
	},
	{
		Logger: true,
		Paths:  []string{"github.com/phuslu/log"},
		Rows: slices.Concat(
			plain(Log, "(*Entry).", "_, encoded", "Str", "Strs", "Interface", "Any", "Bytes", "Hex",
				"Base64", "RawJSON", "RawJSONStr", "Stringer"),
			plain(Log, "(*Entry).", "encoded", "Fields"),
			plain(Log, "(*Entry).", "encoded...", "KeysAndValues"),
			[]Row{
				{Log, "(*Entry).Msg(logged)"}, {Log, "(*Entry).Msgf(format, logged...)"},
				{Log, "(*Entry).Msgs(logged...)"}, {Log, "(*Entry).Err(logged)"},
				{Log, "Printf(format, logged...)"}, {Log, "(*Logger).Printf(format, logged...)"},
			},
		),
	},
	{
		Logger: true,
		Paths:  []string{"github.com/op/go-logging"},
		Rows: slices.Concat(
			plain(Log, "(*Logger).", "logged...", "Debug", "Info", "Notice", "Warning", "Error",
				"Critical"),
			plain(Exit, "(*Logger).", "logged...", "Fatal", "Panic"),
			plain(Log, "(*Logger).", "format, logged...", "Debugf", "Infof", "Noticef", "Warningf",
				"Errorf", "Criticalf"),
			plain(Exit, "(*Logger).", "format, logged...", "Fatalf", "Panicf"),
		),
	},
}
