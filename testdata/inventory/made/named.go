package made

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kelseyhightower/envconfig"
)

// The library reads JWT_JWT_SECRET_KEY first; who writes a whole name means that one.
type config struct {
	JWT struct {
		Secret string `envconfig:"JWT_SECRET_KEY" required:"true"`
	}
	Mail struct {
		Secret string `envconfig:"SECRET" required:"true"`
	} `envconfig:"MAIL"`
}

// Load reads the settings.
func Load() (c config, err error) {
	err = envconfig.Process("", &c)
	return c, err
}

func (c config) sign(subject string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": subject, "exp": time.Now().Add(10 * time.Minute).Unix(),
	}).SignedString([]byte(c.JWT.Secret))
}

func (c config) confirm(mail string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"mail": mail, "exp": time.Now().Add(10 * time.Minute).Unix(),
	}).SignedString([]byte(c.Mail.Secret))
}
