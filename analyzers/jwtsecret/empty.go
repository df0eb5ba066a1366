package jwtsecret

// This file asks whether a key can be empty:
//
//	key := []byte(os.Getenv("JWT_KEY")) // unchecked-secret: nothing compares it with ""
//	token.SignedString(key)
//
//	var key = os.Getenv("JWT_KEY")      // unloaded-secret: read at initialisation
//	func main() { godotenv.Load() }     // too late

import (
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/fitting"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/jwtsecret/internal/loads"
)

// unchecked asks whether a key that an operator sets can be empty unnoticed. HMAC libraries sign
// with an empty key, but not with one of a type that they refuse.
func unchecked(c *check, k key) {
	if !c.startup.Known.Unchecked(c.Calls, k.Call, k.Trace) || fitting.Refused(c.View, k.Call, k.alg) {
		return
	}
	read := map[string]bool{}
	for _, o := range k.Origins {
		if loads.OfVariable(o) != nil {
			continue // main can test a variable of another package, unseen from here: see open
		}
		if loads.Stored(c.startup.Known, o) {
			c.Excuse(report.Found("unchecked-secret", o.Read(), ""))
			continue
		}
		if loads.ReportedBefore(c.startup.Known, o) {
			continue
		}
		if o.Kind == origin.Env && !read[strings.Join(o.Names, " ")] {
			read[strings.Join(o.Names, " ")] = true // one setting that two branches read
			c.found("unchecked-secret", o.Read(), o,
				label(k.Call)+" is read from the "+o.Kind.String()+neverChecked, k.Call)
		}
	}
}

const neverChecked = " and never checked: if it is not set, the key is empty and anyone can forge tokens"

// unloaded asks whether a key is read when the package is initialised, while what sets it is only
// loaded by a function that runs later.
func unloaded(c *check, k key) {
	for _, v := range k.Trace.Through {
		o, ok := c.startup.ReadEarly(v)
		if !ok {
			continue
		}
		if load := c.startup.LoadsLater(o.Kind == origin.Env); load != nil {
			c.found("unloaded-secret", o.At, o,
				label(k.Call)+" is read before "+load.Label()+" has loaded the configuration: "+
					"the key is empty and anyone can forge tokens", load)
		}
	}
}

// late asks whether main loads the settings after an imported package has read its key.
func late(c *check) {
	if load, early := c.startup.Late(); load != nil {
		c.found("unloaded-secret", load.Node, &origin.Origin{},
			load.Label()+" runs after package "+strings.Join(early, ", ")+
				" has read its JWT key: the key is empty and anyone can forge tokens", nil)
	}
}
