package model_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// What takes the place of a library is one that the model knows and that is not gone itself; every
// package of a gone library that has rows is gone.
func TestGone(t *testing.T) {
	for _, lib := range model.Libraries() {
		for _, path := range lib.Paths {
			g := model.UnmaintainedOf(path)
			if g == nil {
				continue
			}
			for _, instead := range []string{g.Instead, g.Same} {
				if instead != "" &&
					(!model.HandlesTokens(instead) || model.UnmaintainedOf(instead) != nil) {
					t.Errorf("%s: %s cannot take its place", path, instead)
				}
			}
		}
	}
	for _, path := range []string{
		"github.com/golang-jwt/jwt", "github.com/golang-jwt/jwt/v5",
		"github.com/go-jose/go-jose/v3", "strings",
	} {
		if model.UnmaintainedOf(path) != nil {
			t.Errorf("%s is not gone", path)
		}
	}
}
