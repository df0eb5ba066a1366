// Package jwtsecret reports where the key of a JSON Web Token comes from when an attacker can know or guess it.
package jwtsecret

const doc = `report keys of JSON Web Tokens that an attacker can know or guess`
