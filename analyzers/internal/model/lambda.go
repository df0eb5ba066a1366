package model

import "slices"

// lambda is aws/aws-lambda-go: what a gateway hands to a function of its events is the request of
// a client.
var lambda = []Library{
	{Family: "github.com/aws/aws-lambda-go", Server: true},
	{
		Paths: []string{"github.com/aws/aws-lambda-go/events"},
		Rows: slices.Concat(
			event("APIGatewayProxyRequest", "MultiValueHeaders headers", "Body request",
				"MultiValueQueryStringParameters query"),
			event("APIGatewayV2HTTPRequest", "Cookies request", "Body request",
				"RawQueryString query"),
			event("APIGatewayWebsocketProxyRequest", "MultiValueHeaders headers", "Body request",
				"MultiValueQueryStringParameters query"),
			event("APIGatewayCustomAuthorizerRequestTypeRequest", "MultiValueHeaders headers",
				"MultiValueQueryStringParameters query"),
			event("APIGatewayV2CustomAuthorizerV1Request", "AuthorizationToken request"),
			event("APIGatewayV2CustomAuthorizerV2Request", "Cookies request",
				"IdentitySource request"),
			event("ALBTargetGroupRequest", "MultiValueHeaders headers", "Body request",
				"MultiValueQueryStringParameters query"),
			event("LambdaFunctionURLRequest", "Cookies request", "Body request",
				"RawQueryString query"),
			[]Row{
				{Hold, "APIGatewayCustomAuthorizerRequest.AuthorizationToken request"},
				{Hold, "AppSyncLambdaAuthorizerRequest.AuthorizationToken request"},
			},
		),
	},
}
