package jwtsecret

// This file asks whether a key is strong enough:
//
//	token.SignedString([]byte("short"))          // HS256 requires 32 bytes
//	key, _ := rsa.GenerateKey(rand.Reader, 1024) // weak-key

import (
	"flag"
	"fmt"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

// presented reports whether a value is, or can be, the credential that a request brings: the one
// who sent it knows that, and nobody else. What another package reads of a request is not seen.
func presented(o *origin.Origin) bool {
	return o.Kind == origin.Request &&
		(o.Via != nil || slices.ContainsFunc(o.Names, names.Credential))
}

// posted reports whether a value comes from the body of a request: it can be a setting that an
// administrator sends.
func posted(o *origin.Origin) bool { return o.Part == model.Posted }

// embedded asks whether the key ships inside the binary or lies beside the source.
func embedded(c *check, k key) {
	for _, o := range k.Origins {
		switch {
		case o.Kind == origin.Embed:
			c.found("embedded-secret", o.At, o,
				label(k.Call)+" is embedded in the binary: anyone with the binary can forge tokens",
				k.Call)
		case o.Kind == origin.File && len(o.Names) == 1 && c.privateKeyFile(o.Names[0]):
			c.found("embedded-secret", o.At, o,
				label(k.Call)+" is a private key file that is kept with the source: anyone with "+
					"the source can forge tokens", k.Call)
		}
	}
}

// leastKey is the least number of bytes of an HMAC key, which a flag sets; 0 for what the
// algorithm requires.
var leastKey uint

// options returns the flags of the analyzer.
func options() flag.FlagSet {
	fs := report.Flags(&flags)
	fs.UintVar(&leastKey, "min-key-length", 0,
		"least `number` of bytes of an HMAC key, what the algorithm requires when not given")
	return fs
}

// required returns how many bytes the key of an algorithm must have, and who says so.
func required(alg model.Role) (least int, by string) {
	least, by = 32, name(alg)+" requires"
	if alg != "" {
		least = alg.MinKey()
	}
	if leastKey > 0 && least > 0 {
		least, by = int(leastKey), "the settings require"
	}
	return least, by
}

// short asks whether the key is shorter than the hash of its algorithm (RFC 7518 section 3.2).
func short(c *check, k key) {
	least, by := required(k.alg)
	if k.MinKeyLen() >= least || k.Verb == model.Encrypt { // a cipher takes keys of one length
		return
	}
	for _, o := range k.Origins {
		if o.Kind == origin.Random && o.Size >= max(k.MinKeyLen(), 1) && o.Size < least {
			c.found("short-secret", o.At, o,
				fmt.Sprintf("%s has %d bytes, %s %d: it can be brute-forced",
					label(k.Call), o.Size, by, least), k.Call)
		}
		if b := c.Guards.MinLength(o); b != nil && b.Min < least &&
			(o.Kind.External() || o.Kind == origin.Param) {
			c.found("short-secret", b.At, o,
				fmt.Sprintf("length check accepts keys of %d bytes, %s %d: they can be "+
					"brute-forced", b.Min, by, least), k.Call)
		}
	}
}

func name(alg model.Role) string {
	if alg == "" {
		return "HMAC"
	}
	return string(alg)
}

// predictable asks whether an attacker can work the key out.
func predictable(c *check, k key) {
	if k.Has(origin.Env, origin.Config, origin.Flag) {
		c.guessedFallback(k)
		return
	}
	if !k.Only(origin.Weak, origin.Clock, origin.Host, origin.Request, origin.Const,
		origin.Nothing) {
		c.guessedWrite(k)
		return
	}
	if slices.ContainsFunc(k.Origins, presented) || slices.ContainsFunc(k.Origins, posted) {
		return
	}
	for _, o := range k.Origins {
		if o.Part == model.Jose && !o.Hashed {
			continue // jwtverify reports a key that the token brings along, and knows proofs
		}
		if o.Kind.Guessable() {
			c.found("predictable-secret", made(o), o,
				label(k.Call)+" is derived from a "+o.Kind.String()+": it can be guessed", k.Call)
		}
	}
}

// weak asks whether a generated RSA or EC key is too small (RFC 7518 section 3.3, NIST SP
// 800-131A).
func weak(c *check, k key) {
	for _, o := range k.Origins {
		switch {
		case o.Bits == 521: // P-521
		case o.Bits > 500 && o.Bits < 2048:
			c.found("weak-key", o.At, o,
				fmt.Sprintf("%s is an RSA key of %d bits, at least 2048 are required: it can be "+
					"factored", label(k.Call), o.Bits), k.Call)
		case o.Bits > 0 && o.Bits < 256:
			c.found("weak-key", o.At, o,
				fmt.Sprintf("%s is an EC key on a curve of %d bits, at least 256 are required: "+
					"it offers less than 128 bits of security", label(k.Call), o.Bits), k.Call)
		}
	}
}
