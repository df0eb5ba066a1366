package jwttransport

// This file asks how requests, keys and gRPC credentials are sent:
//
//	req, _ := http.NewRequest("GET", "http://api.example.com", nil) // request
//	keyfunc.NewDefault([]string{"http://example.com/jwks.json"})    // plaintextURL, keyFetch
//	grpc.WithPerRPCCredentials(creds)                               // grpcCredentials

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/category"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/program"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/secrets"
)

// Analyzer reports tokens and keys that are sent over connections which others can read.
var Analyzer = &analysis.Analyzer{
	Name: "jwttransport",
	Doc:  doc,
	URL:  report.Docs + "jwttransport.md",
	Run:  run,
	Requires: []*analysis.Analyzer{
		calls.Analyzer, report.Directives, program.Analyzer, serversAnalyzer, clientsAnalyzer,
	},
	Flags: flags(),
}

var settings report.Settings

// check is one run over one package.
type check struct {
	calls.View
	*report.Reporter
	servers *servers
	facts   *clients
}

func run(pass *analysis.Pass) (any, error) {
	ask := calls.Inspect
	if settings.Advice && program.Of(pass).IsServer() { // whether it has to do with tokens or not
		ask = calls.InspectAny
	}
	ask(pass, func(p *calls.Package) {
		c := &check{
			p.View, report.New(pass, &settings), pass.ResultOf[serversAnalyzer].(*servers),
			pass.ResultOf[clientsAnalyzer].(*clients),
		}
		for _, t := range (&requests{p.View, secrets.New(p), c.facts}).all() {
			c.request(t)
		}
		for _, call := range p.All {
			switch call.Verb {
			case model.TokenEndpoint:
				c.plaintextURL("plain-http", call,
					"OAuth 2.0 client secret is sent to ", "anyone on the network path can use it")
			case model.FetchKeys:
				c.plaintextURL("plain-jwks", call,
					"verification keys are fetched from ",
					"anyone on the network path can replace them and forge tokens")
				c.keyFetch(call)
			case model.SetCredentials:
				c.grpcCredentials(call)
			}
		}
		c.plaintextListeners()
		c.Done(category.Transport)
	})
	return nil, nil
}

// request asks about the transport of one request with credentials.
func (c *check) request(t request) {
	if t.Address != nil {
		if plain, ok := c.plaintext(t.Address); ok {
			c.found("plain-http", c.place(t.Address, plain), "credentials are sent to "+plain.Host+
				" without encryption: anyone on the network path can use them",
				t.Credentials, plain)
		}
	}
	option := t.InsecureClient
	if t.Client != nil {
		option = c.insecureTLS(t.Client)
	}
	if option != nil {
		c.found("insecure-tls", option, "TLS verification is disabled (InsecureSkipVerify"+
			c.via(option)+") where credentials are sent: a proxy in between can read them",
			t.Credentials, endpoint{})
	}
}

// plaintextURL asks whether the addresses of a call are reached without encryption.
func (c *check) plaintextURL(category string, call *calls.Call, what, harm string) {
	for _, e := range call.Args(model.Address) {
		for _, in := range c.Origin.Elements(e) {
			if plain, ok := c.plaintext(in); ok {
				c.found(category, in, what+plain.Host+" without encryption: "+harm, nil, plain)
			}
		}
	}
}

// keyFetch asks whether verification keys are fetched without TLS verification.
func (c *check) keyFetch(call *calls.Call) {
	for _, r := range []model.Role{model.Object, model.Options, model.Client} {
		for _, e := range call.Args(r) {
			if option := c.insecureTLS(e); option != nil {
				c.found("insecure-tls", option, "TLS verification is disabled "+
					"(InsecureSkipVerify) where verification keys are fetched: "+
					"a proxy in between can replace them and forge tokens", nil, endpoint{})
			}
		}
	}
}

// grpcCredentials asks whether credentials of gRPC calls say that they need no encryption, or get
// none.
func (c *check) grpcCredentials(call *calls.Call) {
	dials := c.clients(call)
	if len(dials) > 0 &&
		!slices.ContainsFunc(dials, func(d *calls.Call) bool { return !c.private(d) }) {
		return
	}
	if r := c.allowsPlaintext(call); r != nil {
		c.found("plain-grpc", r, "credentials are also sent over connections without encryption: "+
			"anyone on the network path can use them", call, endpoint{})
		return
	}
	for _, d := range dials {
		if host := c.publicHost(d); host != "" {
			if option := c.plaintextOption(d); option != nil {
				c.found("plain-grpc", option, "credentials of each call are sent to "+host+
					" without encryption: anyone on the network path can use them",
					call, endpoint{})
			}
		}
	}
}

// plaintextListeners asks whether the program issues or accepts tokens without encryption.
func (c *check) plaintextListeners() {
	if !settings.Advice {
		return
	}
	for _, call := range c.servers.listeners() {
		c.Report(report.Found("plaintext-listener", call.Node,
			"server that accepts tokens listens without TLS and nothing redirects to HTTPS: "+
				"without a TLS proxy in front, anyone on the network path can use the tokens"))
	}
}

func (c *check) found(
	category string, at ast.Expr, message string, proof *calls.Call, plain endpoint,
) {
	f := report.Found(category, at, message)
	if proof != nil {
		f = f.Because(proof.At(), "credentials are set here")
	}
	if lit := plain.Scheme; lit != nil {
		if i := strings.Index(lit.Value, "://"); i > 0 {
			at := lit.Pos() + token.Pos(i)
			f = f.FixedIf("use TLS", "the server does", []analysis.TextEdit{
				{Pos: at, End: at, NewText: []byte("s")},
			})
		}
	}
	c.Report(f)
}
