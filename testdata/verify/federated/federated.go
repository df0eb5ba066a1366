// Package federated checks claims itself, as authorizer does for the tokens of other providers.
package federated

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/verify/federated/claim"
)

// number reads a claim that its callers name.
func number(claims jwt.MapClaims, name string) (int64, bool) {
	switch v := claims[name].(type) {
	case float64:
		return int64(v), true
	case json.Number:
		n, err := v.Int64()
		return n, err == nil
	}
	return 0, false
}

// assertion looks at the times with a leeway of its own, by a helper.
func assertion(token string, keyfunc jwt.Keyfunc) (string, error) {
	claims := jwt.MapClaims{}
	if _, err := jwt.NewParser(jwt.WithValidMethods([]string{"ES256"}), jwt.WithoutClaimsValidation()).ParseWithClaims(token, claims, keyfunc); err != nil {
		return "", err
	}
	if exp, ok := number(claims, "exp"); !ok || time.Now().Unix() > exp+60 {
		return "", errors.New("over")
	}
	if iat, ok := number(claims, "iat"); ok && iat > time.Now().Unix()+60 {
		return "", errors.New("not yet")
	}
	sub, _ := claims["sub"].(string)
	return sub, nil
}

// elsewhere asks a helper of another package.
func elsewhere(token string, keyfunc jwt.Keyfunc) (string, error) {
	claims := jwt.MapClaims{}
	if _, err := jwt.NewParser(jwt.WithValidMethods([]string{"ES256"}), jwt.WithoutClaimsValidation()).ParseWithClaims(token, claims, keyfunc); err != nil {
		return "", err
	}
	if exp, ok := claim.Number(claims, "exp"); !ok || time.Now().Unix() > exp+60 {
		return "", errors.New("over")
	}
	sub, _ := claims["sub"].(string)
	return sub, nil
}

// careless asks the helper for something else only.
func careless(token string, keyfunc jwt.Keyfunc) (string, error) {
	claims := jwt.MapClaims{}
	if _, err := jwt.NewParser(jwt.WithValidMethods([]string{"ES256"}), jwt.WithoutClaimsValidation()).ParseWithClaims(token, claims, keyfunc); err != nil { // want validation-disabled
		return "", err
	}
	sub, _ := claims["sub"].(string)
	return sub, nil
}

type tenantClaims struct {
	Issuer string `json:"iss"`
	Tenant string `json:"tid"`
	Email  string `json:"email"`
}

// tenants makes the issuer that it wants of the tenant, which has one of its own.
func tenants(ctx context.Context, provider *oidc.Provider, token string) (string, error) {
	verifier := provider.Verifier(&oidc.Config{ClientID: "app", SkipIssuerCheck: true})
	id, err := verifier.Verify(ctx, token)
	if err != nil {
		return "", err
	}
	claims := &tenantClaims{}
	if err := id.Claims(claims); err != nil {
		return "", err
	}
	if err := ofTenant(claims); err != nil {
		return "", err
	}
	return claims.Email, nil
}

func ofTenant(claims *tenantClaims) error {
	if claims.Issuer != "https://login.example.com/"+claims.Tenant+"/v2.0" {
		return errors.New("of another tenant")
	}
	return nil
}
