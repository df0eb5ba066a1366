// Package accounts knows the users and their passwords. It keeps them in memory, where a service
// would have its database.
package accounts

import (
	"errors"
	"regexp"
	"sync"

	"golang.org/x/crypto/bcrypt"
)

// Errors of Create.
var (
	ErrInvalid = errors.New("a name has 3 to 32 letters and digits, a password 12 to 72 bytes")
	ErrTaken   = errors.New("the name is taken")
)

var names = regexp.MustCompile(`^[a-z][a-z0-9]{2,31}$`)

// Store is where the accounts are.
type Store struct {
	mu     sync.RWMutex
	hashes map[string][]byte // by name
	nobody []byte            // compared for names that there are not, which takes the same time
}

// New returns a store without accounts.
func New() (*Store, error) {
	nobody, err := bcrypt.GenerateFromPassword([]byte("nobody has this one"), bcrypt.DefaultCost)
	return &Store{hashes: map[string][]byte{}, nobody: nobody}, err
}

// Create makes an account.
func (s *Store) Create(name, password string) error {
	if !names.MatchString(name) || len(password) < 12 || len(password) > 72 {
		return ErrInvalid
	}
	hash, err := bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.hashes[name] != nil {
		return ErrTaken
	}
	s.hashes[name] = hash
	return nil
}

// Authenticate reports whether a password is that of an account.
func (s *Store) Authenticate(name, password string) bool {
	s.mu.RLock()
	hash, known := s.hashes[name]
	s.mu.RUnlock()
	if !known {
		hash = s.nobody
	}
	return bcrypt.CompareHashAndPassword(hash, []byte(password)) == nil && known
}

// Exists reports whether there is an account.
func (s *Store) Exists(name string) bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.hashes[name] != nil
}

// Delete removes an account.
func (s *Store) Delete(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.hashes, name)
}
