// Package transport calls hosts of which some need no encryption, since a mesh brings it:
// -jwttransport.allowed-hosts=api.acme.com,*.mesh.acme.com.
package transport

import (
	"net/http"
	"net/url"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/credentials/oauth"
)

func login(password string) {
	form := url.Values{"grant_type": {"password"}, "password": {password}}
	http.PostForm("http://api.acme.com/token", form)
	http.PostForm("http://API.acme.com:8080/token", form)
	http.PostForm("http://auth.mesh.acme.com/token", form)
	http.PostForm("http://a.b.mesh.acme.com/token", form)
	http.PostForm("http://mesh.acme.com/token", form)     // want plain-http
	http.PostForm("http://oldmesh.acme.com/token", form)  // want plain-http
	http.PostForm("http://api.acme.com.evil.com/t", form) // want plain-http
	http.PostForm("http://www.acme.com/token", form)      // want plain-http
}

func dial(tokens oauth.TokenSource) {
	grpc.NewClient("dns:///auth.mesh.acme.com:443",
		grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithPerRPCCredentials(tokens))
}
