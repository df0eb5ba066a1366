// Package suite has what the tests of other packages run.
package suite

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/require"
	"github.com/stretchr/testify/suite"
)

// Server is the suite that tests of several packages embed.
type Server struct {
	suite.Suite
	settings settings
}

type settings struct{ key string }

// SetupSuite gives the server the settings of all tests.
func (s *Server) SetupSuite() { s.settings = settings{key: "key of the suite"} }

// Token returns what a user of the tests sends.
func (s *Server) Token() string {
	claims := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute))}
	signed, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(s.settings.key))
	require.NoError(s.T(), err)
	return signed
}
