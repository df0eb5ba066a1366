// Command stores has its keys in services that keep secrets: an empty one is theirs to notice.
package main

import (
	"context"
	"encoding/json"
	"log"

	"cloud.google.com/go/secretmanager/apiv1/secretmanagerpb"
	"github.com/Azure/azure-sdk-for-go/sdk/security/keyvault/azsecrets"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/golang-jwt/jwt/v5"
	"github.com/hashicorp/vault/api"
	"github.com/spf13/viper"
)

func sign(key []byte) (string, error) {
	return jwt.New(jwt.SigningMethodHS256).SignedString(key)
}

func fromAWS(ctx context.Context, c *secretsmanager.Client, id string) ([]byte, error) {
	out, err := c.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String(id)})
	if err != nil {
		return nil, err
	}
	if out.SecretBinary != nil {
		return out.SecretBinary, nil
	}
	return []byte(aws.ToString(out.SecretString)), nil
}

func fromSSM(ctx context.Context, c *ssm.Client, name string) (string, error) {
	out, err := c.GetParameter(ctx, &ssm.GetParameterInput{Name: &name, WithDecryption: aws.Bool(true)})
	if err != nil {
		return "", err
	}
	return *out.Parameter.Value, nil
}

func fromAzure(ctx context.Context, c *azsecrets.Client) (string, error) {
	out, err := c.GetSecret(ctx, "jwt-key", "", nil)
	if err != nil {
		return "", err
	}
	return *out.Value, nil
}

func fromGoogle(out *secretmanagerpb.AccessSecretVersionResponse) []byte {
	if out.Payload == nil {
		return out.GetPayload().GetData()
	}
	return out.Payload.Data
}

func fromVault(ctx context.Context, c *api.Client) (string, error) {
	s, err := c.KVv2("secret").Get(ctx, "jwt")
	if err != nil {
		return "", err
	}
	return s.Data["key"].(string), nil
}

// config is what AWS keeps as JSON. The settings file of the program has something of that name.
type config struct {
	Secret string `json:"jwt_secret"`
}

func fromJSON(ctx context.Context, c *secretsmanager.Client) (cfg config, err error) {
	out, err := c.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String("api")})
	if err != nil {
		return cfg, err
	}
	return cfg, json.Unmarshal([]byte(*out.SecretString), &cfg)
}

// A fallback for what the service does not have is a key of everyone.
func orDefault(ctx context.Context, c *azsecrets.Client) string {
	key, err := fromAzure(ctx, c)
	if err != nil {
		key = "development" // want default-secret
	}
	return key
}

func main() {
	viper.SetConfigFile("settings.yaml")
	if err := viper.ReadInConfig(); err != nil {
		log.Fatal(err)
	}
	ctx := context.Background()
	var (
		sm *secretsmanager.Client
		pm *ssm.Client
		kv *azsecrets.Client
		vc *api.Client
	)
	key, _ := fromAWS(ctx, sm, "jwt")
	sign(key)
	text, _ := fromSSM(ctx, pm, "/jwt/key")
	sign([]byte(text))
	text, _ = fromVault(ctx, vc)
	sign([]byte(text))
	sign(fromGoogle(&secretmanagerpb.AccessSecretVersionResponse{}))
	cfg, _ := fromJSON(ctx, sm)
	sign([]byte(cfg.Secret))
	sign([]byte(orDefault(ctx, kv)))
}
