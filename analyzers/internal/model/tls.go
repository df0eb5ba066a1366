package model

// tls is crypto/tls, for both ends of a connection, and what is there to encrypt connections,
// sends people to encrypted ones or tells browsers to use no others.
var tls = []Library{
	{
		Paths: []string{"crypto/tls"},
		Rows: []Row{
			{Hold, "Config.InsecureSkipVerify trusting"},
			{Build, "NewListener(_, _) sealed"}, {Build, "Listen(_, _, _) sealed"},
			{Build, "LoadX509KeyPair(_, _) sealed"}, {Build, "X509KeyPair(_, _) sealed"},
			{Hold, "Config.GetCertificate sealed"}, {Hold, "Config.GetConfigForClient sealed"},
			{Hold, "Config.ClientAuth sealed"},
		},
	},

	{Family: "golang.org/x/crypto/acme", TLS: true},
	{Family: "github.com/caddyserver/certmagic", TLS: true},
	{Family: "github.com/go-acme/lego", TLS: true},
	{Family: "github.com/foomo/simplecert", TLS: true},
	{Family: "github.com/unrolled/secure", TLS: true},
	{Family: "github.com/a-h/hsts", TLS: true},
	{Family: "github.com/acoshift/redirecthttps", TLS: true},
}
