package main

import (
	"context"
	"encoding/json"

	connect "github.com/1Password/connect-sdk-go/onepassword"
	"github.com/1password/onepassword-sdk-go"
	earlier "github.com/aws/aws-sdk-go/aws"
	managed "github.com/aws/aws-sdk-go/service/secretsmanager"
	parameters "github.com/aws/aws-sdk-go/service/ssm"
	"github.com/infisical/go-sdk/packages/models"
)

// retriever is a part of the client of Infisical.
type retriever interface {
	Retrieve(name string) (models.Secret, error)
}

// What these services keep as JSON has a field that the settings file of the program has, too.
func others(ctx context.Context, sm *managed.SecretsManager, pm *parameters.SSM,
	op *onepassword.Client, item *connect.Item, inf retriever) (cfg config) {
	out, err := sm.GetSecretValue(&managed.GetSecretValueInput{SecretId: earlier.String("jwt")})
	if err != nil {
		return cfg
	}
	json.Unmarshal([]byte(earlier.StringValue(out.SecretString)), &cfg)
	sign([]byte(cfg.Secret))

	param, err := pm.GetParameter(&parameters.GetParameterInput{Name: earlier.String("/jwt")})
	if err != nil {
		return cfg
	}
	json.Unmarshal([]byte(*param.Parameter.Value), &cfg)
	sign([]byte(cfg.Secret))

	key, err := op.Secrets().Resolve(ctx, "op://api/jwt/password")
	if err != nil {
		key = "local" // want default-secret
	}
	sign([]byte(key))

	json.Unmarshal([]byte(item.GetValue("settings")), &cfg)
	sign([]byte(cfg.Secret))

	s, err := inf.Retrieve("JWT_SETTINGS")
	if err != nil {
		return cfg
	}
	json.Unmarshal([]byte(s.SecretValue), &cfg)
	sign([]byte(cfg.Secret))
	return cfg
}
