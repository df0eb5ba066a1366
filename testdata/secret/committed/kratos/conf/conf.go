// Package conf has the settings of the program.
package conf

type Bootstrap struct {
	Auth *Auth `json:"auth,omitempty"`
	Data *Data `json:"data,omitempty"`
}

type Auth struct {
	JwtKey string `json:"jwt_key,omitempty"`
}

type Data struct {
	Secret string `json:"secret,omitempty"`
}
