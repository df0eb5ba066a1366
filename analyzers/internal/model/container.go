package model

// containers keep values for other parts of a program, by their names or by their types: contexts,
// and what puts programs together.
var containers = []Library{
	{
		Paths: []string{"context"},
		Rows: []Row{
			// what OAuth 2 and OpenID Connect send requests with is kept so, and anything else
			{Build, "WithValue(_, name, client) object"},
			{Attached, "(Context).Value(name)"},
		},
	},
	{
		Paths: []string{"github.com/samber/do", "github.com/samber/do/v2"},
		Rows: []Row{
			{Attach, "ProvideValue(_, value)"}, {Attach, "ProvideNamedValue(_, name, value)"},
			{Attach, "Provide(_, provider)"}, {Attach, "ProvideNamed(_, name, provider)"},
			{Attached, "Invoke(_)"}, {Attached, "MustInvoke(_)"},
			{Attached, "InvokeNamed(_, name)"}, {Attached, "MustInvokeNamed(_, name)"},
		},
	},
	{
		Paths: []string{"go.uber.org/fx"},
		Rows: []Row{
			{Attach, "Supply(value...)"}, {Attach, "Provide(provider...)"},
			{Attach, "Invoke(provider...)"}, {Attach, "Annotate(provider, _...)"},
		},
	},
	{
		Paths: []string{"go.uber.org/dig"},
		Rows: []Row{
			{Attach, "(*Container).Provide(provider, _...)"},
			{Attach, "(*Container).Invoke(provider, _...)"},
		},
	},
}
