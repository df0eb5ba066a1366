package model

// goKit is go-kit/kit, whose parser compares the algorithm, and its logger, which is a module of
// its own, too.
var goKit = []Library{
	{
		Tokens: true,
		Paths:  []string{"github.com/go-kit/kit/auth/jwt"},
		Rows: []Row{
			{Sign, "NewSigner(_, key, method, claims) _"},
			{Verify, "NewParser(keyfunc, method, _) _"},
			{ErrorVar, "ErrTokenExpired expired"},
		},
	},
	{
		Logger: true,
		Paths:  []string{"github.com/go-kit/log", "github.com/go-kit/kit/log"},
		Rows: []Row{
			{Log, "(Logger).Log(encoded...)"}, {Log, "With(_, encoded...)"},
			{Log, "WithPrefix(_, encoded...)"},
		},
	},
}
