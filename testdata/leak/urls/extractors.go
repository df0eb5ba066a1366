package urls

import (
	"net/http"

	contribjwt "github.com/gofiber/contrib/v3/jwt"
	"github.com/gofiber/fiber/v3/extractors"
	"github.com/golang-jwt/jwt/v5"
	"github.com/golang-jwt/jwt/v5/request"
)

func byID(*jwt.Token) (any, error) { return nil, nil }

var places = request.MultiExtractor{
	request.AuthorizationHeaderExtractor,
	request.ArgumentExtractor{"jwt"},
}

// extracted takes tokens from where an extractor of the library looks.
func extracted(r *http.Request) {
	request.ParseFromRequest(r, request.ArgumentExtractor{"token"}, byID) // want token-url "looked up"
	request.ParseFromRequest(r, places, byID)                             // want token-url
	request.ParseFromRequest(r, request.OAuth2Extractor, byID)            // the library's own: the header first
	request.ParseFromRequest(r, request.HeaderExtractor{"X-Token"}, byID)
	request.ParseFromRequest(r, request.MultiExtractor{request.HeaderExtractor{"query:token"}}, byID)
}

// Extractors of fiber 3, which say where its middlewares look.
var fiberExtractors = []any{
	contribjwt.Config{Extractor: extractors.FromQuery("token")}, // want token-url
	contribjwt.Config{Extractor: extractors.Chain( // want token-url
		extractors.FromCookie("token"), extractors.FromQuery("token"))},
	contribjwt.Config{Extractor: extractors.Chain(
		extractors.FromCookie("token"), extractors.FromAuthHeader("Bearer"))},
	extractors.FromQuery("page"), // of something else
}
