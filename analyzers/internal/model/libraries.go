package model

import "slices"

// Libraries returns every table. A library stands in one file with all that is known of it; small
// ones of one kind share a file.
func Libraries() []Library {
	return slices.Concat(
		// what makes and checks tokens
		golangJWT, keyfunc, jwx, goJose, cristalhq, pascaldekloe, kataras, sermoDigital,
		fosite, oidc,

		// middlewares that check the tokens of requests
		auth0, echoJWT, fiberJWT, ginJWT, jwtauth,

		// servers: frameworks, routers, sessions, other origins
		beego, chi, connect, echo, fiber, gin, goKit, gorilla, goZero, hertz, huma, iris, kratos,
		lambda, routers, scs, rsCORS,

		// HTTP and other protocols, for clients and servers
		netHTTP, fastHTTP, httpClients, webSockets, grpc, tls, oauth2, protection,

		// pages, and what runs in browsers
		templates, inBrowser, drivers,

		// tests
		testers,

		// settings
		configuration, frameworks, environment, formats, secretStores, validators,
		commandLines,

		// logs, traces and errors
		stdLog, logging, sentry, openTelemetry, makers,

		databases, stores, containers,

		// the rest of the standard library, and what makes identifiers up
		osIO, text, encoding, keys, hashes, generators, identifiers, times,
	)
}
