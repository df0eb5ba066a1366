package model

// tls is crypto/tls, for both ends of a connection, and packages that encrypt connections,
// redirect to encrypted ones or make browsers use no others.
var tls = []Library{
	{
		Paths: []string{"crypto/tls"},
		Rows: []Row{
			{Hold, "Config.InsecureSkipVerify insecureskipverify"},
			{Build, "NewListener(_, _) tls"}, {Build, "Listen(_, _, _) tls"},
			{Build, "LoadX509KeyPair(_, _) tls"}, {Build, "X509KeyPair(_, _) tls"},
			{Hold, "Config.GetCertificate tls"}, {Hold, "Config.GetConfigForClient tls"},
			{Hold, "Config.ClientAuth tls"},
		},
	},

	{Family: "golang.org/x/crypto/acme", TLS: true},
	{Family: "github.com/caddyserver/certmagic", TLS: true},
	{Family: "github.com/go-acme/lego", TLS: true},
	{Family: "github.com/foomo/simplecert", TLS: true},
	{Family: "github.com/unrolled/secure", TLS: true, Protects: Hardened},
	{Family: "github.com/a-h/hsts", TLS: true},
	{Family: "github.com/acoshift/redirecthttps", TLS: true},
}
