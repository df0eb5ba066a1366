// Package parser pins the algorithm in a field of the parser, as golang-jwt had it before version 5.
package parser

import (
	"os"

	"github.com/golang-jwt/jwt/v4"
)

var method = jwt.SigningMethodHS256

var key = os.Getenv("PARSER_KEY")

func init() {
	if key == "" {
		panic("PARSER_KEY is not set")
	}
}

func keyfunc(*jwt.Token) (any, error) { return []byte(key), nil }

func named(raw string) (*jwt.Token, error) {
	parser := jwt.Parser{
		ValidMethods: []string{method.Name},
	}
	return parser.Parse(raw, keyfunc)
}

func constant(raw string) (*jwt.Token, error) {
	parser := jwt.Parser{
		ValidMethods: []string{"HS256"},
	}
	return parser.Parse(raw, keyfunc)
}

func pointer(raw string) (*jwt.Token, error) {
	parser := &jwt.Parser{
		ValidMethods: []string{jwt.SigningMethodHS256.Name},
	}
	return parser.Parse(raw, keyfunc)
}
func algorithm(raw string) (*jwt.Token, error) {
	parser := &jwt.Parser{
		ValidMethods: []string{method.Alg()},
	}
	return parser.Parse(raw, keyfunc)
}

func assigned(raw string) (*jwt.Token, error) {
	parser := new(jwt.Parser)
	parser.ValidMethods = []string{method.Alg()}
	return parser.Parse(raw, keyfunc)
}

type service struct{ parser *jwt.Parser }

func newService() *service { return &service{parser: &jwt.Parser{ValidMethods: []string{"HS256"}}} }

func (s *service) parse(raw string) (*jwt.Token, error) {
	return s.parser.Parse(raw, keyfunc)
}

func unpinned(raw string) (*jwt.Token, error) {
	parser := jwt.Parser{UseJSONNumber: true}
	return parser.Parse(raw, keyfunc) // want unpinned-alg
}

func appended(raw string) (*jwt.Token, error) {
	p := jwt.Parser{}
	p.ValidMethods = append(p.ValidMethods, "HS256")
	return p.Parse(raw, keyfunc)
}
