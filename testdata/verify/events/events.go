// Package events gets requests as the events of a gateway.
package events

import (
	"context"
	"errors"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	jwt.RegisteredClaims
	Role string `json:"role"`
}

// behind relies on an authorizer that the gateway may not have been told of.
func behind(_ context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	var c claims
	raw := strings.TrimPrefix(e.Headers["Authorization"], "Bearer ")
	if _, _, err := jwt.NewParser().ParseUnverified(raw, &c); err != nil { // want unverified-token
		return events.APIGatewayProxyResponse{StatusCode: 401}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: c.Role}, nil
}

// byCookie does the same, with a token that stands elsewhere.
func byCookie(_ context.Context, e events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	var c claims
	for _, cookie := range e.Cookies {
		raw, ok := strings.CutPrefix(cookie, "session=")
		if !ok {
			continue
		}
		jwt.NewParser().ParseUnverified(raw, &c) // want unverified-token
	}
	return events.APIGatewayV2HTTPResponse{StatusCode: 200, Body: c.Role}, nil
}

// authorize verifies what it has looked into.
func authorize(key []byte, e events.APIGatewayCustomAuthorizerRequest) (events.APIGatewayCustomAuthorizerResponse, error) {
	raw := strings.TrimPrefix(e.AuthorizationToken, "Bearer ")
	var c, seen claims
	if _, _, err := jwt.NewParser().ParseUnverified(raw, &seen); err != nil || seen.Role == "" {
		return events.APIGatewayCustomAuthorizerResponse{}, errors.New("Unauthorized")
	}
	_, err := jwt.ParseWithClaims(raw, &c, func(*jwt.Token) (any, error) { return key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return events.APIGatewayCustomAuthorizerResponse{}, errors.New("Unauthorized")
	}
	return events.APIGatewayCustomAuthorizerResponse{PrincipalID: c.Subject}, nil
}

// sent reads the token of an event that this service answers with, which is its own.
func sent(res events.APIGatewayProxyResponse) string {
	var c claims
	jwt.NewParser().ParseUnverified(res.Headers["X-Token"], &c)
	return c.Role
}
