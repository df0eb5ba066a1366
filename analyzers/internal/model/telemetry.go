package model

// sentry is getsentry/sentry-go, which sends errors and traces to a service of its own.
var sentry = []Library{
	{
		Logger: true,
		Paths:  []string{"github.com/getsentry/sentry-go"},
		Rows: []Row{
			{Log, "CaptureMessage(logged)"}, {Log, "(*Hub).CaptureMessage(logged)"},
			{Log, "CaptureException(logged)"}, {Log, "(*Hub).CaptureException(logged)"},
			{Log, "(*Scope).SetTag(_, logged)"}, {Log, "(*Scope).SetContext(_, encoded)"},
			{Log, "(*Scope).SetTags(encoded)"}, {Log, "(*Scope).SetExtra(_, encoded)"},
			{Log, "(*Span).SetTag(_, logged)"}, {Log, "(*Span).SetData(_, encoded)"},
			{Log, "Breadcrumb.Message logged"}, {Log, "Breadcrumb.Data encoded"},
			{Log, "Event.Message logged"}, {Log, "Event.Extra encoded"},
		},
	},
}

// openTelemetry is go.opentelemetry.io/otel: the attributes and events of traces.
var openTelemetry = []Library{
	{
		Logger: true,
		Paths:  []string{"go.opentelemetry.io/otel/attribute"},
		Rows: []Row{
			{Log, "String(_, logged)"}, {Log, "(Key).String(logged)"},
			{Log, "StringSlice(_, logged)"},
			{Log, "StringValue(logged)"}, {Log, "Stringer(_, logged)"},
		},
	},
	{
		Logger: true,
		Paths:  []string{"go.opentelemetry.io/otel/trace"},
		Rows: []Row{
			{Log, "(Span).AddEvent(logged, _...)"}, {Log, "(Span).SetStatus(_, logged)"},
			{Log, "(Span).RecordError(logged, _...)"}, {Log, "(Span).SetName(logged)"},
		},
	},
}
