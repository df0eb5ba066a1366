// Package store keeps secrets by name, and says in its errors what it was given.
package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
)

var errNone = errors.New("no such text")

var secrets = map[string]string{}

// Insert says in its error what is empty: not what is given.
func Insert(name, value string) error {
	if name != "" && value != "" {
		secrets[name] = value
		return nil
	} else {
		return errors.New("cannot insert " + name + ": " + value)
	}
}

// Check says that there is none.
func Check(name, value string) error {
	if len(value) == 0 {
		return fmt.Errorf("%s is missing: %q", name, value)
	}
	return nil
}

// Replace says what it cannot keep.
func Replace(name, value string) error {
	if _, ok := secrets[name]; !ok && value != "" {
		log.Println("nothing to replace by " + value)
		return errNone
	}
	secrets[name] = value
	return nil
}

// Answer says what it could not encode, which is no struct of texts.
func Answer(payload any) []byte {
	b, err := json.Marshal(payload)
	if err != nil {
		log.Printf("cannot encode %+v: %v", payload, err)
		return nil
	}
	return b
}

// Told says what it has encoded.
func Told(payload any) ([]byte, error) {
	b, err := json.Marshal(payload)
	if err != nil {
		return nil, err
	}
	log.Printf("encoded %+v", payload)
	return b, nil
}
