// Package secretstore signs with keys of services that keep secrets.
package secretstore

import (
	"context"
	"time"

	"github.com/1password/onepassword-sdk-go"
	"github.com/Azure/azure-sdk-for-go/sdk/security/keyvault/azsecrets"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/golang-jwt/jwt/v5"
	"github.com/hashicorp/vault/api"
	"github.com/infisical/go-sdk/packages/models"
)

func claims() jwt.Claims {
	return jwt.MapClaims{"sub": "a", "exp": time.Now().Add(time.Minute).Unix()}
}

func FromAWS(ctx context.Context, c *secretsmanager.Client) (string, error) {
	out, err := c.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String("jwt")})
	if err != nil {
		return "", err
	}
	key := []byte(aws.ToString(out.SecretString))
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims()).SignedString(key)
}

func FromAzure(ctx context.Context, c *azsecrets.Client) (string, error) {
	out, err := c.GetSecret(ctx, "jwt", "", nil)
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims()).SignedString([]byte(*out.Value))
}

func FromVault(ctx context.Context, c *api.Client) (string, error) {
	s, err := c.KVv2("secret").Get(ctx, "jwt")
	if err != nil {
		return "", err
	}
	key, _ := s.Data["key"].(string)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims()).SignedString([]byte(key))
}

func FromOnePassword(ctx context.Context, c *onepassword.Client) (string, error) {
	key, err := c.Secrets().Resolve(ctx, "op://api/jwt/password")
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims()).SignedString([]byte(key))
}

func FromInfisical(retrieve func(name string) (models.Secret, error)) (string, error) {
	s, err := retrieve("JWT_KEY")
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims()).SignedString([]byte(s.SecretValue))
}
