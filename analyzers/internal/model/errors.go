package model

// makers are what other libraries make errors with. What an error was made of is part of its text.
var makers = []Library{
	{
		Paths: []string{"github.com/pkg/errors"},
		Rows: []Row{
			{Pass, "New(wrapped)"}, {Pass, "Errorf(format, wrapped...)"},
			{Pass, "Wrap(wrapped, wrapped)"}, {Pass, "Wrapf(wrapped, format, wrapped...)"},
			{Pass, "WithMessage(wrapped, wrapped)"}, {Pass, "WithMessagef(wrapped, format, wrapped...)"},
		},
	},
	{
		Paths: []string{"google.golang.org/grpc/status"},
		Rows: []Row{
			{Pass, "Error(_, wrapped)"}, {Pass, "Errorf(_, format, wrapped...)"},
		},
	},
	{
		Paths: []string{"github.com/gofiber/fiber/v2", "github.com/gofiber/fiber/v3"},
		Rows:  []Row{{Pass, "NewError(_, wrapped...)"}},
	},
	{
		Paths: []string{"github.com/labstack/echo/v4"},
		Rows:  []Row{{Pass, "NewHTTPError(_, wrapped...)"}},
	},
	{
		Paths: []string{"github.com/labstack/echo/v5"},
		Rows:  []Row{{Pass, "NewHTTPError(_, wrapped)"}},
	},
}
