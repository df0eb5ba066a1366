package model

// secretStores lists clients of services that keep secrets. What they return is a secret that
// stands neither in the source nor in a settings file.
var secretStores = []Library{
	{
		Paths: []string{"github.com/aws/aws-sdk-go-v2/service/secretsmanager"},
		Rows: []Row{
			{Hold, "GetSecretValueOutput.SecretString secretstore"},
			{Hold, "GetSecretValueOutput.SecretBinary secretstore"},
		},
	},
	{
		Paths: []string{"github.com/aws/aws-sdk-go-v2/service/secretsmanager/types"},
		Rows: []Row{
			{Hold, "SecretValueEntry.SecretString secretstore"},
			{Hold, "SecretValueEntry.SecretBinary secretstore"},
		},
	},
	{
		Paths: []string{"github.com/aws/aws-sdk-go-v2/service/ssm/types"},
		Rows:  []Row{{Hold, "Parameter.Value secretstore"}},
	},
	{
		Paths: []string{"github.com/aws/aws-sdk-go-v2/aws"},
		Rows:  []Row{{Pass, "ToString(from) _"}},
	},
	{
		Paths: []string{"github.com/Azure/azure-sdk-for-go/sdk/security/keyvault/azsecrets"},
		Rows:  []Row{{Hold, "Secret.Value secretstore"}},
	},
	{
		Paths: []string{"cloud.google.com/go/secretmanager/apiv1/secretmanagerpb"},
		Rows: []Row{
			{Hold, "SecretPayload.Data secretstore"},
			{Read, "(*SecretPayload).GetData() secretstore"},
		},
	},
	{
		Paths: []string{"github.com/hashicorp/vault/api"},
		Rows: []Row{
			{Hold, "Secret.Data secretstore"}, {Hold, "KVSecret.Data secretstore"},
		},
	},
	{
		Paths: []string{"github.com/aws/aws-sdk-go/service/secretsmanager"},
		Rows: []Row{
			{Hold, "GetSecretValueOutput.SecretString secretstore"},
			{Hold, "GetSecretValueOutput.SecretBinary secretstore"},
		},
	},
	{
		Paths: []string{"github.com/aws/aws-sdk-go/service/ssm"},
		Rows:  []Row{{Hold, "Parameter.Value secretstore"}},
	},
	{
		Paths: []string{"github.com/aws/aws-sdk-go/aws"},
		Rows:  []Row{{Pass, "StringValue(from) _"}},
	},
	{
		Paths: []string{"github.com/1password/onepassword-sdk-go"},
		Rows: []Row{
			{Read, "(SecretsAPI).Resolve(_, _) secretstore"},
			{Hold, "ResolvedReference.Secret secretstore"},
			{Hold, "ItemField.Value secretstore"},
		},
	},
	{
		Paths: []string{"github.com/1Password/connect-sdk-go/onepassword"},
		Rows: []Row{
			{Read, "(*Item).GetValue(_) secretstore"},
			{Hold, "ItemField.Value secretstore"},
		},
	},
	{
		Paths: []string{"github.com/infisical/go-sdk/packages/models"},
		Rows:  []Row{{Hold, "Secret.SecretValue secretstore"}},
	},
}
