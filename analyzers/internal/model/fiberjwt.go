package model

import "slices"

// fiberJWT is gofiber/jwt and its successor in gofiber/contrib. Up to v3 the key is a field of the
// configuration and the algorithm is compared, with HS256 unless another is named; from v4 on the
// key and its algorithm are a struct, and without an algorithm nothing is compared. The middleware
// for fiber v3 has extractors instead of a TokenLookup.
var fiberJWT = []Library{
	{
		Tokens: true, PinsAlg: true,
		Paths: []string{"github.com/gofiber/jwt/v2", "github.com/gofiber/jwt/v3"},
		Rows: []Row{
			{Verify, "Config.SigningKey key"},
			{Verify, "Config.SigningKeys key"},
			{Verify, "Config.SigningMethod method"},
			{Verify, "Config.KeyFunc keyfunc"},
			{Hold, "Config.TokenLookup lookup"},
			{FetchKeys, "Config.KeySetURL address"},
			{FetchKeys, "Config.KeySetURLs address"},
			{Middleware, "New(options...) strict"},
		},
	},
	{
		Tokens: true,
		Paths: []string{
			"github.com/gofiber/jwt/v4",
			"github.com/gofiber/contrib/jwt",
			"github.com/gofiber/contrib/v3/jwt",
		},
		Rows: slices.Concat(algRows("", ""), []Row{
			{Verify, "SigningKey.Key key"},
			{Verify, "SigningKey.JWTAlg method"},
			{Verify, "Config.KeyFunc keyfunc"},
			{FetchKeys, "Config.JWKSetURLs address"},
			{Middleware, "New(options...) strict"},
		}),
	},
	{
		Tokens: true,
		Paths:  []string{"github.com/gofiber/jwt/v4", "github.com/gofiber/contrib/jwt"},
		Rows:   []Row{{Hold, "Config.TokenLookup lookup"}},
	},
	{
		Tokens: true,
		Paths:  []string{"github.com/gofiber/contrib/v3/jwt"},
		Rows:   []Row{{Hold, "Config.Extractor lookup"}},
	},
}
