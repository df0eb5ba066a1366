// Package models uses libraries that the model does not know, with the rows of docs/models.md.
package models

import (
	"context"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/casdoor/casdoor-go-sdk/casdoorsdk"
	"github.com/golang-jwt/jwt/v5"
	"github.com/hashicorp/vault/api"
	"github.com/inconshreveable/log15/v3"
	"github.com/zeebo/blake3"
)

func login(claims jwt.MapClaims, r *http.Request) (string, error) {
	key := blake3.Sum256([]byte("change-me")) // want hardcoded-secret
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key[:])
	log15.Info("signed", "token", token) // want token-log
	log15.Info("signed", "user", claims["sub"])
	return token, err
}

func fromManager(ctx context.Context, c *secretsmanager.Client, claims jwt.Claims) (string, error) {
	out, err := c.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{})
	if err != nil {
		return "", err
	}
	log15.Debug("loaded", "name", out.Name)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(*out.SecretString)) // want unchecked-secret
}

func fromVault(c *api.Client, claims jwt.Claims) (string, error) {
	secret, err := c.Logical().Read("kv/jwt")
	if err != nil {
		return "", err
	}
	key, _ := secret.Data["key"].(string) // want unchecked-secret
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
}

func user(r *http.Request) string {
	claims, _ := casdoorsdk.ParseJwtToken(r.Header.Get("Authorization")) // want ignored-error
	return claims.User.Name
}
