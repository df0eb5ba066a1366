package model

// rsCORS is rs/cors, and go-chi/cors, which was made from it.
var rsCORS = []Library{
	{Family: "github.com/go-chi/cors", Router: true},
	{Family: "github.com/rs/cors", Router: true},
	{
		Paths: []string{"github.com/go-chi/cors", "github.com/rs/cors"},
		Rows: []Row{
			{Cors, "Options.AllowOriginFunc origins"},
			{Cors, "Options.AllowOriginRequestFunc origins"},
			{Cors, "Options.AllowedOrigins wildcards"}, // reflected where one fits
			{Cors, "Options.AllowCredentials credentials"},
		},
	},
}
