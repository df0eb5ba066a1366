// Package claims puts into tokens what everyone can read there.
package claims

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// User is a row of the database.
type User struct {
	ID       string
	Name     string
	Password string `gorm:"column:password"`
}

// Safe is a row that keeps its password to itself.
type Safe struct {
	ID                string
	Password          string `json:"-"`
	PasswordChangedAt time.Time
	MustReset         bool `json:"password"`
}

// Model embeds the whole row, as one real program does.
type Model struct {
	jwt.RegisteredClaims
	User *User `json:"user"`
}

// Account leaves the password out where it is not set.
type Account struct {
	Name     string `json:"name"`
	Password string `json:"password,omitempty"`
}

// Claims has a field for the hash.
type Claims struct {
	PassHash string `json:"passKey"`
	Safe     Safe
	jwt.RegisteredClaims
}

func sign(u *User, s Safe, key []byte) {
	end := jwt.NewNumericDate(time.Now().Add(time.Minute))
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"exp":                 end,
		"password":            u.Password, // want sensitive-claim
		"user":                u,          // want sensitive-claim "Password in"
		"password_changed_at": s.PasswordChangedAt,
		"must_reset_password": s.MustReset,
		"safe":                s,
		"account":             Account{Name: u.Name},
	}).SignedString(key)
	jwt.NewWithClaims(jwt.SigningMethodHS256, Model{User: u}).SignedString(key)                     // want sensitive-claim
	jwt.NewWithClaims(jwt.SigningMethodHS256, &Claims{PassHash: u.Name, Safe: s}).SignedString(key) // want sensitive-claim
}

// Team puts rows into tokens by the list, as group claims do.
type Team struct {
	jwt.RegisteredClaims
	Users  []User           `json:"users"`
	ByName map[string]*User `json:"by_name"`
	Safes  []*Safe          `json:"safes"`
	Hidden [][]User         `json:"-"`
}

func signTeam(us []User, safes []*Safe, key []byte) {
	end := jwt.NewNumericDate(time.Now().Add(time.Minute))
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"exp":   end,
		"users": us, // want sensitive-claim "Password in"
		"safes": safes,
		"names": []string{"a"},
	}).SignedString(key)
	jwt.NewWithClaims(jwt.SigningMethodHS256, Team{
		RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: end},
		Users:            us,                            // want sensitive-claim "Password in"
		ByName:           map[string]*User{"a": &us[0]}, // want sensitive-claim "Password in"
		Safes:            safes,
		Hidden:           [][]User{us},
	}).SignedString(key)
}

// Member and Group are records of a database that refer to each other.
type Member struct {
	ID       uint
	Password string
	Groups   []Group
}

// Group has those who are in it.
type Group struct {
	Name    string
	Members []Member
}

func signMember(m Member, g *Group, key []byte) {
	end := jwt.NewNumericDate(time.Now().Add(time.Minute))
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"exp":     end,
		"groups":  m.Groups,
		"members": g.Members, // want sensitive-claim "Password in"
		"group":   g,         // want sensitive-claim "Password in"
	}).SignedString(key)
}

func signCopy(u *User, key []byte) {
	end := jwt.NewNumericDate(time.Now().Add(time.Minute))
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"exp":  end,
		"user": User{ID: u.ID, Name: u.Name},         // has no password
		"row":  User{u.ID, u.Name, u.Password},       // want sensitive-claim "Password in"
		"all":  User{ID: u.ID, Password: u.Password}, // want sensitive-claim "Password in"
	}).SignedString(key)
}
