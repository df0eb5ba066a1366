// Package jwtsecret reports keys of JSON Web Tokens that an attacker can know or guess.
//
// Whoever has the key of a token can write tokens for every user. A value is a key because it reaches a signing or
// verifying call of a library, through variables, fields, parameters, results and packages, never because of its name
// alone. The one exception is a setting that a configuration library reads under a name which says both what it is and
// for whom, such as JWT_SECRET: its default is reported even where the call is out of sight.
//
// # hardcoded-secret
//
// The key is a constant: a string or byte literal, a PEM block with a private key, an entry of a map, a digest of a
// constant, or what a constructor of the module was handed. The report stands at the literal.
//
// Why: everybody who can read the repository, an image of it or the binary can forge tokens, and the key cannot be
// changed without a release. It stays in the history when the line is gone.
//
//	bad:   token.SignedString([]byte("my-secret"))                  // golang-jwt v3, v4, v5
//	       jwt.Parse(raw, func(*jwt.Token) (interface{}, error) {   // dgrijalva/jwt-go
//	           return hmacKey, nil                                  // var hmacKey = []byte("my-secret")
//	       })
//	       jwt.Sign(token, jwt.WithKey(jwa.HS256, hmacKey))         // lestrrat-go/jwx
//	       jwtauth.New("HS256", []byte("my-secret"), nil)           // go-chi/jwtauth
//	good:  key, ok := os.LookupEnv("JWT_SECRET")
//	       if !ok || len(key) < 32 { log.Fatal("JWT_SECRET must have 32 bytes") }
//
// Silent: public keys, as PEM or JWK, and certificates; constants that name an environment variable, a header, a file; values
// in test files. A placeholder such as change-me is a key like any other once it reaches the call.
//
// Limits: a constant that another module declares is reported where it is handed over.
//
// # default-secret
//
// The key comes from the environment, a flag or a configuration, but falls back to a constant: a helper such as
// getenv(name, fallback), if key == "" { key = "..." }, cmp.Or, the default of a flag, SetDefault of viper, a struct tag.
//
// Why: the program starts and works without the setting, so nobody notices that it runs with a key that everybody can
// read.
//
//	bad:   viper.SetDefault("jwt.secret", "change-me")
//	       key := getenv("JWT_SECRET", "change-me")
//	       Secret string `env:"JWT_SECRET" envDefault:"change-me"`
//	good:  if key == "" { return errors.New("JWT_SECRET is not set") }
//	       Secret string `env:"JWT_SECRET,notEmpty"`
//
// Silent: an empty default; a default that is a file name; a default that the program compares with and refuses.
//
// Limits: files of settings that ship with the program are not read.
//
// # embedded-secret
//
// The key is a file that go:embed puts into the binary, or a private key that lies in the module and is read by a
// constant relative path. The report stands at the variable or the path.
//
// Why: the file is as public as the source and the binary are.
//
//	bad:   //go:embed private.pem
//	       var key []byte
//	       key, err := os.ReadFile("keys/private.pem") // and the file is in the repository
//	good:  key, err := os.ReadFile(os.Getenv("JWT_KEY_FILE"))
//
// Silent: embedded public keys and certificates; files that are not there.
//
// # short-secret
//
// The length of the key is known, or a test admits a length, below the hash of its algorithm: 32 bytes for HS256, 48 for
// HS384, 64 for HS512. The report stands where the key is made or its length tested.
//
// Why: one token is enough to try keys on, as fast as hardware allows and without a single request to the service.
//
//	bad:   key := make([]byte, 16); rand.Read(key)        // then SigningMethodHS256
//	       if len(secret) < 8 { return errTooShort }
//	good:  key := make([]byte, 32); rand.Read(key)
//
// Silent: an unknown length; 32 bytes or more where the algorithm is not known; go-jose v4, which refuses such keys.
//
// # predictable-secret
//
// The key is made of math/rand, the time, a time-based UUID, names of the host, parts of the request, or digests of these.
//
// Why: all of it can be guessed or found by trying; a digest of it adds nothing.
//
//	bad:   key := fmt.Sprintf("app-%d", time.Now().UnixNano())
//	       key := uuid.Must(uuid.NewUUID()).String()
//	good:  key := make([]byte, 32); _, err := rand.Read(key)      // crypto/rand
//
// Silent: one part is secret or comes from crypto/rand.
//
// # unchecked-secret
//
// The key is read from the environment and nothing on its way tests that it is there. HMAC libraries sign and verify
// with an empty key without complaint. The report stands at the read.
//
// Why: where the variable is missing, misspelt or not passed on, every token that is signed with an empty key is good.
//
//	bad:   token.SignedString([]byte(os.Getenv("JWT_SECRET")))
//	       ginjwt.New(&ginjwt.GinJWTMiddleware{Key: []byte(os.Getenv("JWT_SECRET"))})
//	good:  secret := os.Getenv("JWT_SECRET")
//	       if secret == "" { log.Fatal("JWT_SECRET is not set") }
//
// Silent: the value, or another that is read under the same name, is tested for emptiness or length anywhere in the
// package; a tag such as required or notEmpty; a parser that refuses an empty text, as those of PEM do; a library that
// refuses an empty key, as jwx, jwtauth, cristalhq/jwt, pascaldekloe/jwt and go-jose v4 do; a variable of another package,
// which whoever starts the program can test.
//
// Limits: a test of a field or result in a package that is not imported is not seen.
//
// # unloaded-secret
//
// A package variable takes the key from the environment when the package is initialised, but main or a function loads
// the .env file or the configuration later. The report stands at the initial value, or at the load.
//
// Why: the key is always empty, which nobody notices, because tokens are signed and verified with the same empty key.
//
//	bad:   var key = []byte(os.Getenv("JWT_SECRET"))
//	       func main() { godotenv.Load() }
//	good:  func main() { godotenv.Load(); key := os.Getenv("JWT_SECRET") }
//
// Silent: an imported package loads the settings in its own initialisation, as godotenv/autoload does.
//
// # shared-secret
//
// Access and refresh tokens are signed with one key and no claim tells them apart. The report stands at the second
// signing call.
//
// Why: a refresh token, which lives for weeks, is accepted as an access token, and the other way round.
//
//	bad:   access, _ := sign(userID, 15*time.Minute, key)
//	       refresh, _ := sign(userID, 30*24*time.Hour, key)
//	good:  two keys, or a claim such as "typ" or an audience that the verifier tests
//
// Silent: the payloads differ in a claim; claims that cannot all be seen.
//
// # weak-key
//
// An RSA key below 2048 bits or a curve below P-256 is generated for tokens. The report stands at the size.
//
// Why: such a key can be computed from the public one.
//
//	bad:   key, err := rsa.GenerateKey(rand.Reader, 1024)
//	good:  key, err := rsa.GenerateKey(rand.Reader, 3072)
//
// Silent: sizes that are not constant.
//
// # key-type
//
// The static type of the key is one that the algorithm refuses when the program runs: a string for HS256, bytes for
// RS256 or ES256, a struct where a pointer is needed. The report stands at the argument.
//
// Why: signing and verifying always fail; where the error is dropped, an empty token is handed out.
//
//	bad:   jwt.New(jwt.SigningMethodHS256).SignedString("text")           // golang-jwt
//	       jwt.Sign(token, jwt.WithKey(jwa.HS256, "text"))                // lestrrat-go/jwx
//	       echojwt.JWT("text")                                            // labstack/echo-jwt
//	good:  jwt.New(jwt.SigningMethodHS256).SignedString([]byte(secret))
//
// Fix: a string key of an HMAC is converted to bytes.
//
// Silent: the algorithm is not known, or the static type is an interface.
package jwtsecret

import (
	_ "embed"

	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

//go:embed doc.go
var source string

var doc = report.Doc(source)
