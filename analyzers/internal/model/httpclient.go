package model

import "slices"

// httpClients lists the clients that are built on net/http: go-resty/resty, imroc/req and
// parnurzeal/gorequest.
var httpClients = []Library{
	{
		Paths: []string{"github.com/go-resty/resty/v2"},
		Rows: slices.Concat(
			[]Row{
				{Build, "New() object"},
				{Build, "NewWithClient(client) object"},
				{Build, "(client *Client).R() object"},
				{Fetch, "(object *Client).SetBaseURL(address)"},
				{Fetch, "(object *Client).SetHostURL(address)"},
				{Fetch, "(object *Client).SetTLSClientConfig(client)"},
				{Put, "(address *Request).SetQueryParam(name, value)"},
				{Put, "(address *Client).SetQueryParam(name, value)"},
			},
			authenticating("(object *Client).", "SetHeader", "SetHeaders", "SetAuthToken",
				"SetBasicAuth"),
			authenticating("(object *Request).", "SetHeader", "SetHeaders", "SetAuthToken",
				"SetBasicAuth"),
			plain(Fetch, "(object *Request).", "address", "Get", "Post", "Put", "Delete", "Patch",
				"Head"),
			plain(Fetch, "(object *Request).", "_, address", "Execute"),
		),
	},
	{
		Paths: []string{"github.com/imroc/req/v3"},
		Rows: slices.Concat(
			[]Row{
				{Build, "C() object"},
				{Build, "R() object"},
				{Build, "(client *Client).R() object"},
				{Fetch, "(object *Client).SetBaseURL(address)"},
				{Fetch, "(object *Client).SetTLSClientConfig(client)"},
				{Fetch, "(object *Client).EnableInsecureSkipVerify() insecureskipverify"},
				{Put, "(address *Request).SetQueryParam(name, value)"},
				{Put, "(address *Request).AddQueryParam(name, value)"},
				{Put, "(address *Client).SetCommonQueryParam(name, value)"},
			},
			authenticating("(object *Client).", "SetCommonHeader", "SetCommonHeaders",
				"SetCommonBearerAuthToken", "SetCommonBasicAuth"),
			authenticating("(object *Request).", "SetHeader", "SetHeaders", "SetBearerAuthToken",
				"SetBasicAuth"),
			plain(Fetch, "(object *Request).", "address", "Get", "Post", "Put", "Delete", "Patch",
				"Head", "MustGet", "MustPost", "MustPut"),
			plain(Fetch, "(object *Request).", "_, address", "Send"),
		),
	},
	{
		Paths: []string{"github.com/parnurzeal/gorequest"},
		Rows: slices.Concat(
			[]Row{
				{Build, "New() object"},
				{Header, "(object *SuperAgent).Set(name, value)"},
				{SetCredentials, "(object *SuperAgent).SetBasicAuth(_, value)"},
				{Fetch, "(object *SuperAgent).TLSClientConfig(client)"},
			},
			plain(Fetch, "(object *SuperAgent).", "address", "Get", "Post", "Put", "Delete", "Patch",
				"Head", "Options"),
			plain(Fetch, "(object *SuperAgent).", "_, address", "CustomMethod"),
		),
	},
}

// authenticating are the setters of a client or request that can put credentials into it: of one
// header field, of several, of a token, of name and password.
func authenticating(recv, header, headers, token, password string) []Row {
	return []Row{
		{Header, recv + header + "(name, value)"}, {SetCredentials, recv + headers + "(head)"},
		{SetCredentials, recv + token + "(token)"},
		{SetCredentials, recv + password + "(_, value)"},
	}
}
