package open

import (
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

// A function that refuses tokens for other reasons, too, by an error that it makes as well.

func (d *databases) verifyValid(raw string, keyfunc jwt.Keyfunc) (jwt.Claims, error) {
	var entry RevokedToken
	if err := d.gorm.Where("token = ?", raw).First(&entry).Error; err == nil { // want revocation-open
		return nil, errors.New("token revoked")
	}
	c := &jwt.RegisteredClaims{}
	t, err := jwt.ParseWithClaims(raw, c, keyfunc)
	if err != nil {
		return nil, err
	}
	if !t.Valid {
		return nil, errors.New("invalid token")
	}
	return c, nil
}

// A session that is kept has to be there, and must not have ended.
func (d *databases) verifySession(raw string) error {
	var session struct{ Revoked bool }
	if err := d.gorm.Table("sessions").Where("token = ?", raw).First(&session).Error; err != nil {
		return errors.New("no session")
	}
	if session.Revoked {
		return errors.New("session revoked")
	}
	return nil
}

func (d *databases) verifyOnce(raw string) error {
	var entry RevokedToken
	if err := d.gorm.Where("token = ?", raw).First(&entry).Error; err == nil {
		return errors.New("token revoked")
	} else if !errors.Is(err, errNothing) {
		return errors.New("store failed")
	}
	return nil
}

var errNothing = errors.New("record not found")
