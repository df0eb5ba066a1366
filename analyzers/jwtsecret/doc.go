// Package jwtsecret reports JWT keys that an attacker can know or guess.
//
// Anyone with the signing key can forge tokens for every user. A value is a JWT key because it
// reaches a key parameter of a JWT library, through variables, fields, parameters, results and
// packages, or the HMAC of the first two parts of a token. Its name alone is never enough. There is one exception: a setting that a
// configuration library reads under a name such as JWT_SECRET, which says both what it is and
// what it is for. Its default is reported even where the signing call is not visible.
//
// # hardcoded-secret
//
// The JWT key is a constant: a string or byte literal, a PEM block with a private key, a map
// entry, a hash of a constant, or a literal that is passed to a constructor of the module. The
// report stands at the literal.
//
// Why: anyone with access to the repository, a container image or the binary can forge tokens.
// The key cannot be changed without a release, and it stays in the version history after the line
// is deleted.
//
// Bad (golang-jwt):
//
//	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
//	signed, err := token.SignedString([]byte("my-secret"))
//
// Bad (dgrijalva/jwt-go):
//
//	var hmacKey = []byte("my-secret")
//
//	func keyfunc(*jwt.Token) (interface{}, error) {
//		return hmacKey, nil
//	}
//
// Bad (jwx):
//
//	signed, err := jwt.Sign(token, jwt.WithKey(jwa.HS256(), []byte("my-secret")))
//
// Bad (jwtauth):
//
//	auth := jwtauth.New("HS256", []byte("my-secret"), nil)
//
// Good (golang-jwt):
//
//	secret, ok := os.LookupEnv("JWT_SECRET")
//	if !ok || len(secret) < 32 {
//		log.Fatal("JWT_SECRET must have at least 32 bytes")
//	}
//	signed, err := token.SignedString([]byte(secret))
//
// Good (jwx):
//
//	secret, ok := os.LookupEnv("JWT_SECRET")
//	if !ok || len(secret) < 32 {
//		log.Fatal("JWT_SECRET must have at least 32 bytes")
//	}
//	signed, err := jwt.Sign(token, jwt.WithKey(jwa.HS256(), []byte(secret)))
//
// Silent:
//   - public keys, as PEM or JWK, and certificates
//   - constants that name an environment variable, a header or a file
//   - values in test files, and in folders of tests: test, testdata, testutil, mocks, e2e
//   - functions for tests in other files: by a name such as PrepareForTest, or by one with Test or Mock
//     in it where no other file of the package mentions the function
//
// A placeholder such as change-me is reported like any other key once it reaches the call.
//
// Limits: a constant that another module declares is reported where this module passes it on.
//
// # default-secret
//
// The JWT key comes from the environment, a flag or a configuration, but falls back to a
// constant: a helper such as getenv(name, fallback), an if statement that fills in an empty key,
// cmp.Or, the default of a flag, SetDefault of viper, a struct tag. The report stands at the
// default.
//
// Why: the program starts and works without the setting. Nobody notices that it signs with a key
// that everyone with the source can read.
//
// Bad (viper):
//
//	viper.SetDefault("jwt.secret", "change-me")
//
// Bad (caarlos0/env):
//
//	type Config struct {
//		Secret string `env:"JWT_SECRET" envDefault:"change-me"`
//	}
//
// Bad (a helper of the program):
//
//	key := getenv("JWT_SECRET", "change-me")
//
// Good (viper):
//
//	key := viper.GetString("jwt.secret")
//	if key == "" {
//		return errors.New("jwt.secret is not set")
//	}
//
// Good (caarlos0/env):
//
//	type Config struct {
//		Secret string `env:"JWT_SECRET,notEmpty"`
//	}
//
// Silent:
//   - an empty default
//   - a default that is a file name
//   - a default that the program compares with and rejects: one that only logs a warning goes on
//   - a setting that is called like a key, where the command sees that nothing in the repository reads the field that it fills
//
// # empty-secret
//
// The JWT key is always empty: an empty literal, a variable that nothing sets, a field that the
// constructor leaves out. The report stands at the literal, at the key argument or at what the
// keyfunc returns.
//
// Why: HMAC libraries sign and verify with an empty key without an error. The program works, and
// anyone can forge a token by signing it with an empty key.
//
// Bad (golang-jwt):
//
//	type Issuer struct {
//		name   string
//		secret []byte
//	}
//
//	func New(c Config) *Issuer {
//		return &Issuer{name: c.Name} // not c.Secret
//	}
//
//	func (i *Issuer) Sign(claims jwt.Claims) (string, error) {
//		return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(i.secret)
//	}
//
// Bad (echo-jwt):
//
//	e.Use(echojwt.JWT([]byte("")))
//
// Good (golang-jwt):
//
//	func New(c Config) (*Issuer, error) {
//		if len(c.Secret) < 32 {
//			return nil, errors.New("secret must have at least 32 bytes")
//		}
//		return &Issuer{name: c.Name, secret: []byte(c.Secret)}, nil
//	}
//
// Good (echo-jwt):
//
//	secret := os.Getenv("JWT_SECRET")
//	if secret == "" {
//		log.Fatal("JWT_SECRET is not set")
//	}
//	e.Use(echojwt.JWT([]byte(secret)))
//
// Silent:
//   - what something unseen may set: exported variables and fields of a package that is not main,
//     string variables (go build -ldflags -X), fields with a tag, files for another system
//   - a value that the package checks for emptiness
//   - nil where the library rejects it: as the interface that golang-jwt takes, as the Key of
//     gin-jwt
//   - a library that rejects an empty key
//
// Limits: a field that this module leaves out in a struct of another package.
//
// # committed-secret
//
// The JWT key comes from a setting, and its value stands in a settings file that the program reads
// and that git keeps or does not ignore: YAML, JSON, TOML, INI or .env, read with viper, koanf, cleanenv,
// godotenv, ini, configor, go-zero, kratos, goframe, beego, os.ReadFile or go:embed. With -strict also where a file that runs
// the program gives a constant to an environment variable that is a JWT key: docker-compose,
// Dockerfile, Kubernetes and Helm manifests, Makefiles, workflows, units of systemd. The report
// stands at the value in that file.
//
// Why: anyone with access to the repository can forge tokens, and the key stays in the version
// history after the line is deleted. Unless every installation sets another, all have this one.
//
// Bad (viper, with config.yaml in the repository):
//
//	viper.SetConfigName("config")
//	viper.AddConfigPath(".")
//	viper.ReadInConfig()
//	key := []byte(viper.GetString("jwt.secret"))
//
// Bad (YAML):
//
//	jwt:
//	  secret: change-me
//
// Bad (godotenv, with .env in the repository):
//
//	godotenv.Load()
//	key := []byte(os.Getenv("JWT_SECRET"))
//
// Good (gitignore):
//
//	.env
//
// Good (YAML):
//
//	jwt:
//	  secret: ${JWT_SECRET}
//
// Silent:
//   - files that git ignores, unless it keeps them all the same (they are in its index)
//   - files that show which settings there are (.env.example, config.sample.yaml), unless the
//     program reads them by that name; those of tests (config.test.yaml)
//   - empty values, and those that are filled in later: ${JWT_SECRET}, {{ .Values.secret }},
//     <your secret>, encrypted ones (sops)
//   - public keys, and names of files
//   - a value that the program compares with and rejects or replaces, not one that it only warns of
//   - a job of a workflow, a service, that runs tests
//   - a setting that is read as a key before the file is loaded: unloaded-secret says so
//   - a .env that no Go is seen to load, and no other file of the module names
//   - a setting of which the command sees that nothing in the repository reads the field that it fills
//
// A placeholder such as change-me is a key that works, and is reported like any other. A comment in
// the settings file, or at the read in Go, ignores a report.
//
// Ignore one report (YAML):
//
//	# jwtvet:ignore committed-secret -- for development only
//	secret: change-me
//
// Limits:
//   - files are looked for from the folder of the package that reads them, or of the main package,
//     up to the root of the module; not outside of it
//   - paths and names of settings that are not constant; of a path in an environment variable, the
//     Makefile, Dockerfile, .env file or the like that sets it is read
//   - files of more than 1 MB
//   - an index of git of more than 32 MB, the shared half of a split one, folders of a sparse one
//   - the go command does not notice an edit of a settings file: go vet repeats its earlier result,
//     jwtvet does not
//   - golangci-lint and gopls show the report at the read in Go, with the place in the file
//
// # embedded-secret
//
// The JWT key is a file that go:embed puts into the binary, or a private key that is stored in
// the module and read by a constant relative path. The report stands at the variable or the path.
//
// Why: the key is as public as the source and the binary. Anyone with either can forge tokens.
//
// Bad (embed):
//
//	//go:embed private.pem
//	var key []byte
//
// Bad (os, with the file in the repository):
//
//	key, err := os.ReadFile("keys/private.pem")
//
// Good (os):
//
//	key, err := os.ReadFile(os.Getenv("JWT_KEY_FILE"))
//
// Silent:
//   - embedded public keys and certificates
//   - files that do not exist
//
// # short-secret
//
// The length of the JWT key is known and is below the hash size of its algorithm: 32 bytes for
// HS256, 48 for HS384, 64 for HS512. A length check that accepts such a key is reported too. The
// report stands where the key is made or where its length is checked.
//
// Why: with one token an attacker can brute-force the key offline, as fast as hardware allows and
// without a single request to the service.
//
// Bad (golang-jwt):
//
//	key := make([]byte, 16)
//	rand.Read(key)
//	signed, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
//
// Bad (jwx):
//
//	key := make([]byte, 16)
//	rand.Read(key)
//	signed, err := jwt.Sign(token, jwt.WithKey(jwa.HS256(), key))
//
// Bad (a length check):
//
//	if len(secret) < 8 {
//		return errTooShort
//	}
//
// Good (golang-jwt):
//
//	key := make([]byte, 32)
//	rand.Read(key)
//	signed, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
//
// Good (jwx):
//
//	key := make([]byte, 32)
//	rand.Read(key)
//	signed, err := jwt.Sign(token, jwt.WithKey(jwa.HS256(), key))
//
// Silent:
//   - an unknown length
//   - 32 bytes or more where the algorithm is not known
//   - a length check that only decides how a key is masked or described
//   - go-jose v4, which rejects short keys
//
// # predictable-secret
//
// The JWT key is made from math/rand, the time, a time-based UUID, names of the program, the host
// or the user (APP_NAME, HOSTNAME), parts of the request, or hashes of these, or it falls back to
// such a value. So is what gets into a table of settings under the name of a JWT key. So are refresh
// tokens that are no JWTs, and the state of an OAuth 2.0 request, which are random and of eight
// characters at most, too (RFC 6749 section 10.10 requires 128 bits). The report stands where the
// value is made.
//
// Why: all of these can be guessed or found by trial. A hash of them adds nothing.
//
// Bad (time):
//
//	key := fmt.Sprintf("app-%d", time.Now().UnixNano())
//
// Bad (google/uuid):
//
//	key := uuid.Must(uuid.NewUUID()).String()
//
// Bad (gorm):
//
//	db.Create(&Setting{Key: "jwt_secret", Value: fmt.Sprint(rand.Int63())})
//
// Good (crypto/rand):
//
//	key := make([]byte, 32)
//	rand.Read(key)
//
// Silent: one part of the key is secret or comes from crypto/rand.
//
// # unchecked-secret
//
// The JWT key is read from the environment and nothing on its way checks that it is set. HMAC
// libraries sign and verify with an empty key without an error. The report stands at the read.
//
// Why: where the variable is missing, misspelt or not passed on, the key is empty. Anyone can
// forge a token by signing it with an empty key.
//
// Bad (golang-jwt):
//
//	signed, err := token.SignedString([]byte(os.Getenv("JWT_SECRET")))
//
// Bad (gin-jwt):
//
//	ginjwt.New(&ginjwt.GinJWTMiddleware{Key: []byte(os.Getenv("JWT_SECRET"))})
//
// Good (golang-jwt):
//
//	secret := os.Getenv("JWT_SECRET")
//	if secret == "" {
//		log.Fatal("JWT_SECRET is not set")
//	}
//	signed, err := token.SignedString([]byte(secret))
//
// Good (gin-jwt):
//
//	secret := os.Getenv("JWT_SECRET")
//	if secret == "" {
//		log.Fatal("JWT_SECRET is not set")
//	}
//	ginjwt.New(&ginjwt.GinJWTMiddleware{Key: []byte(secret)})
//
// Silent:
//   - the value, or another that is read under the same name, is checked for emptiness or length
//     anywhere in the package, or by a function of another one that the package hands it to
//   - a tag such as required or notEmpty, for each element of a list, too
//   - a parser that rejects empty text, as PEM parsers do
//   - a library that rejects an empty key, as jwx, jwtauth, cristalhq/jwt, pascaldekloe/jwt and
//     go-jose v4 do
//   - a key of a type that the algorithm refuses: that is key-type
//   - a setting in a store such as viper's, which any package of the program gives a default or tests:
//     only a main package knows that none does
//   - an exported variable that another package uses, where any package of the module compares it,
//     sets it or has the name of the setting; only a main package knows that none does
//
// Limits: a check of a field or result in a package that is not imported is not seen. One of a setting
// of the same name is where the command looks at the program; go vet, golangci-lint and gopls, which
// judge each package by itself, report the read.
//
// # unloaded-secret
//
// A package variable takes the JWT key from the environment when the package is initialized, but
// main or another function loads the .env file or the configuration later. The report stands at
// the initial value, or at the load; where a function of another package loads it, at the call. So it
// is for a variable that another package signs with, and for a copy of one that only main has set.
//
// Why: the key is always empty, and tokens that anyone signs with an empty key are accepted.
// Nobody notices, because the program signs and verifies with the same empty key.
//
// Bad (godotenv):
//
//	var key = []byte(os.Getenv("JWT_SECRET"))
//
//	func main() {
//		godotenv.Load()
//	}
//
// Good (godotenv):
//
//	func main() {
//		godotenv.Load()
//		key := []byte(os.Getenv("JWT_SECRET"))
//	}
//
// Silent: an imported package loads the settings in its own initialization, as godotenv/autoload
// does; keys from the environment, where what is loaded sets nothing there.
//
// # shared-secret
//
// Access tokens and refresh tokens, or those of links in mails, are signed with one key, and no
// claim separates them, or one that the program, which verifies them itself, never reads. A token
// that has all claims of another is accepted in its place. The report stands at the second signing
// call.
//
// Why: a refresh token, which lives for weeks, is accepted as an access token, or the other way
// round. An access token that is accepted as that of a reset link sets a new password.
//
// Bad (a helper of the program):
//
//	access, err := sign(userID, 15*time.Minute, key)
//	refresh, err := sign(userID, 30*24*time.Hour, key)
//
// Good (one key for each):
//
//	access, err := sign(userID, 15*time.Minute, accessKey)
//	refresh, err := sign(userID, 30*24*time.Hour, refreshKey)
//
// Good (a claim that the verifier checks):
//
//	access := jwt.MapClaims{"sub": id, "typ": "access", "exp": soon}
//	refresh := jwt.MapClaims{"sub": id, "typ": "refresh", "exp": later}
//
// Silent:
//   - the payloads differ in a claim, such as typ or an audience, that the package reads or that
//     other packages can read
//   - each has a claim that the other lacks
//   - claims that are not all visible
//
// # weak-key
//
// An RSA key below 2048 bits or a curve below P-256 is generated for tokens. The report stands at
// the size.
//
// Why: the private key can be computed from the public one. Then claims can be forged.
//
// Bad (crypto/rsa):
//
//	key, err := rsa.GenerateKey(rand.Reader, 1024)
//
// Bad (crypto/ecdsa):
//
//	key, err := ecdsa.GenerateKey(elliptic.P224(), rand.Reader)
//
// Good (crypto/rsa):
//
//	key, err := rsa.GenerateKey(rand.Reader, 3072)
//
// Good (crypto/ecdsa):
//
//	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
//
// Silent: sizes that are not constant.
//
// # key-type
//
// The static type of the key is one that the algorithm rejects at run time: a string for HS256,
// bytes for RS256 or ES256, a struct where a pointer is needed. The report stands at the
// argument, or at what a keyfunc returns.
//
// Why: signing and verifying always fail. Where the error is ignored, an empty token is issued.
//
// Bad (golang-jwt):
//
//	var secret string
//	signed, err := jwt.New(jwt.SigningMethodHS256).SignedString(secret)
//
// Bad (jwx):
//
//	var secret string
//	signed, err := jwt.Sign(token, jwt.WithKey(jwa.HS256(), secret))
//
// Bad (echo-jwt):
//
//	var secret string
//	e.Use(echojwt.JWT(secret))
//
// Good (golang-jwt):
//
//	signed, err := jwt.New(jwt.SigningMethodHS256).SignedString([]byte(secret))
//
// Good (jwx):
//
//	signed, err := jwt.Sign(token, jwt.WithKey(jwa.HS256(), []byte(secret)))
//
// Good (echo-jwt):
//
//	e.Use(echojwt.JWT([]byte(secret)))
//
// Silent:
//   - the algorithm is not known
//   - the static type is an interface
//
// Fix: a string key of an HMAC is converted to bytes.
package jwtsecret

import (
	_ "embed"

	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

//go:embed doc.go
var source string

var doc = report.Doc(source)
