package model

// oauth2 is golang.org/x/oauth2, which trades credentials for tokens. It takes the client that it
// sends them with from a context.
var oauth2 = []Library{
	{
		Paths: []string{"golang.org/x/oauth2"},
		Rows: []Row{
			{TokenEndpoint, "Endpoint.TokenURL address"},
			{TokenEndpoint, "Endpoint.DeviceAuthURL address"},
			{TypeRole, "Transport bearer"},
			{TypeRole, "Token token"},
			{Hold, "Token.AccessToken token"},
			{Hold, "Token.RefreshToken token"},
			{Build, "(*Config).AuthCodeURL(state) text"},
			{Build, "NewClient(client, _) bearer"},
			{Build, "(*Config).Client(client, _) bearer"},
		},
	},
	{
		Paths: []string{"golang.org/x/oauth2/clientcredentials"},
		Rows: []Row{
			{TokenEndpoint, "Config.TokenURL address"},
			{Build, "(*Config).Client(client) bearer"},
		},
	},
}
