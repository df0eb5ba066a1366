package model

// Unmaintained says why a library should not be used any more.
type Unmaintained struct {
	Why     string // in a message, after the import path
	Instead string // the import path of the library that takes its place
	Same    string // the import path that can be written instead with no other change, if any
}

// UnmaintainedOf returns why the package at an import path should not be used any more, nil for
// others.
func UnmaintainedOf(path string) *Unmaintained {
	if g, ok := gone[path]; ok {
		return &g
	}
	return nil
}

// Reasons.
const (
	unfixed     = "has the unfixed CVE-2020-26160 and is archived"
	archived    = "is archived in favour of golang-jwt"
	unsupported = "is no longer supported"
	preview     = "is the preview of an archived library"
	inflating   = "has the unfixed CVE-2024-28180 and is archived"
)

// gone lists the libraries that are no longer maintained, by import path. The exported declarations
// of each were compared with those of what is the same:
//   - golang-jwt v4 adds a variadic parameter to Parse and ParseWithClaims, which only shows where
//     one of them is assigned to a variable of a function type, and a last field to
//     SigningMethodRSAPSS. It compares an aud that is a list, and refuses an exp that is text,
//     where dgrijalva's takes it for none.
//   - form3tech's StandardClaims.Audience is a list where golang-jwt v4 has a string: no
//     replacement is the same.
//   - go-jose v3 declares HeaderType without a type. Its Validate takes a zero Expected.Time for
//     the present, where v2 leaves exp and nbf unchecked.
var gone = map[string]Unmaintained{
	"github.com/dgrijalva/jwt-go": {
		unfixed, "github.com/golang-jwt/jwt/v5", "github.com/golang-jwt/jwt/v4",
	},
	"github.com/dgrijalva/jwt-go/request": {
		unfixed, "github.com/golang-jwt/jwt/v5/request", "github.com/golang-jwt/jwt/v4/request",
	},
	"github.com/dgrijalva/jwt-go/v4": {
		preview, "github.com/golang-jwt/jwt/v5", "",
	},
	"github.com/dgrijalva/jwt-go/v4/request": {
		preview, "github.com/golang-jwt/jwt/v5/request", "",
	},
	"github.com/form3tech-oss/jwt-go": {
		archived, "github.com/golang-jwt/jwt/v5", "",
	},
	"github.com/form3tech-oss/jwt-go/request": {
		archived, "github.com/golang-jwt/jwt/v5/request", "",
	},
	"gopkg.in/square/go-jose.v2": {
		inflating, "github.com/go-jose/go-jose/v4", "github.com/go-jose/go-jose/v3",
	},
	"gopkg.in/square/go-jose.v2/jwt": {
		inflating, "github.com/go-jose/go-jose/v4/jwt", "github.com/go-jose/go-jose/v3/jwt",
	},
	"gopkg.in/go-jose/go-jose.v2": {
		unsupported, "github.com/go-jose/go-jose/v4", "github.com/go-jose/go-jose/v3",
	},
	"gopkg.in/go-jose/go-jose.v2/jwt": {
		unsupported, "github.com/go-jose/go-jose/v4/jwt", "github.com/go-jose/go-jose/v3/jwt",
	},
}
