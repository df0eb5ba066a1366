package relax

import "github.com/golang-jwt/jwt/v5"

// Options are what users of the package choose.
type Options struct {
	SkipValidation bool // nobody here sets it
	Lenient        bool
}

func subjectOf(raw string, pick jwt.Keyfunc, o Options) (string, error) {
	opts := []jwt.ParserOption{jwt.WithValidMethods([]string{"HS256"})}
	if o.SkipValidation {
		opts = append(opts, jwt.WithoutClaimsValidation())
	}
	token, err := jwt.NewParser(opts...).Parse(raw, pick)
	if err != nil {
		return "", err
	}
	return token.Claims.GetSubject()
}

func lenientSubjectOf(raw string, pick jwt.Keyfunc, o Options) (string, error) {
	opts := []jwt.ParserOption{jwt.WithValidMethods([]string{"HS256"})}
	if o.Lenient {
		opts = append(opts, jwt.WithoutClaimsValidation()) // want validation-disabled "not validated"
	}
	token, err := jwt.NewParser(opts...).Parse(raw, pick)
	if err != nil {
		return "", err
	}
	return token.Claims.GetSubject()
}

func asked(raw string, pick jwt.Keyfunc) (string, error) {
	return lenientSubjectOf(raw, pick, Options{Lenient: true})
}
