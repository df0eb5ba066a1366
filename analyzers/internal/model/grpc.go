package model

// grpc is google.golang.org/grpc, for clients and servers. The metadata of a call is what the
// header of a request is.
var grpc = []Library{
	{Family: "google.golang.org/grpc", Server: true},
	{
		Paths: []string{"google.golang.org/grpc"},
		Rows: []Row{
			{SetCredentials, "WithPerRPCCredentials(object)"},
			{Build, "WithTransportCredentials(client) object"},
			{Build, "WithInsecure() plaintext"},
			{Fetch, "NewClient(target, options...)"},
			{Fetch, "Dial(target, options...)"},
			{Fetch, "DialContext(_, target, options...)"},
			{Listen, "(*Server).Serve(object)"}, {Build, "Creds(_) tls"},
		},
	},
	{
		Paths: []string{"google.golang.org/grpc/metadata"},
		Rows: []Row{
			{Read, "FromIncomingContext(_) headers, _"},
			{Read, "ValueFromIncomingContext(_, name) request"},
			{Pick, "(from MD).Get(name)"},
		},
	},
	{
		Paths: []string{"google.golang.org/grpc/credentials"},
		Rows: []Row{
			{Hold, "(PerRPCCredentials).RequireTransportSecurity() required"},
			{Build, "NewTLS(client) object"},
			{Build, "NewServerTLSFromFile(_, _) tls"},
			{Build, "NewServerTLSFromCert(_) tls"},
		},
	},
	{
		Paths: []string{"google.golang.org/grpc/credentials/insecure"},
		Rows: []Row{
			{Build, "NewCredentials() plaintext"},
		},
	},
}
