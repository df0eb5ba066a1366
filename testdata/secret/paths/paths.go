// Package paths reads keys from files, whose paths look like names of settings.
package paths

import (
	"cmp"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/viper"
)

func sign(key []byte) (string, error) {
	claims := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func getenv(name, def string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return def
}

func read(path string) ([]byte, error) {
	b, err := os.ReadFile(path)
	if err == nil && len(b) < 32 {
		err = errors.New(path + " is too short")
	}
	return b, err
}

// within returns a file in a folder that the operator can move.
func within(file string) string {
	return filepath.Join(cmp.Or(os.Getenv("PORTAL_ETC"), "/etc/portal"), file)
}

// below does so by hand.
func below(file, def string) string { return getenv("PORTAL_ROOT", def) + "/" + file }

// credential is what systemd hands over.
func credential() ([]byte, error) {
	dir := cmp.Or(os.Getenv("CREDENTIALS_DIRECTORY"), "/run/secrets")
	return read(filepath.Join(dir, "jwt_secret"))
}

var keyFlag = flag.String("jwt-key", "/etc/portal/jwt.key", "file with the key")

// settings whose values are paths
func settings() {
	viper.SetDefault("jwt.signing_key", "/etc/portal/jwt.key")
	viper.SetDefault("auth.jwt_secret", "configs/jwt_secret.txt")
	viper.SetConfigFile(getenv("PORTAL_CONFIG", "configs/jwt_secret.yaml"))
}

func files() ([]string, error) {
	var out []string
	for _, name := range []string{
		within("jwt_secret.key"), below("jwt-signing-key.pem", "/srv/portal"),
		getenv("JWT_SIGNING_KEY", "/etc/portal/jwt.key"), getenv("JWT_SECRET", "./secrets/jwt.txt"),
		*keyFlag, viper.GetString("jwt.signing_key"), viper.GetString("auth.jwt_secret"),
	} {
		key, err := read(name)
		if err != nil {
			return nil, err
		}
		s, err := sign(key)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// merged joins what stands before and after, and reads nothing by that name.
func merged() string {
	return strings.Replace(getenv("PORTAL_TEXT", "see the manual"), "jwt_secret", "", 1) +
		cmp.Or("jwt_secret", os.Getenv("PORTAL_NOTE"), "none")
}

// Neighbours whose constants are keys.

func named() []string {
	viper.SetDefault("portal.jwt_secret", "development") // want default-secret
	return []string{
		getenv("PORTAL_JWT_SECRET", "changeme"),      // want default-secret
		getenv("portal/jwt_secret", "keep-it-quiet"), // want default-secret
		getenv("PORTAL_JWT_KEY", "YWJj/ZGVm+Zw=="),   // want default-secret
	}
}

// both opens the file, and without it signs with its path.
func both() (string, error) {
	key := getenv("PORTAL_TOKEN_KEY", "/etc/portal/jwt.key") // want default-secret
	return sign([]byte(key))
}
