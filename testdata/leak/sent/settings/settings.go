// Package settings says what a service needs to know. It does not know what for.
package settings

// Config is the settings of a service.
type Config struct {
	Listen string
	Tower  Tower
	Relay  Relay
}

// Tower is how another service is reached.
type Tower struct {
	URL   string
	Token string
}

// Relay is another one, whose token shows nowhere.
type Relay struct {
	URL   string
	Token Hidden
}

// Hidden is a text that prints nothing of itself.
type Hidden string

// String is what prints.
func (Hidden) String() string { return "hidden" }

// GoString is what %#v prints.
func (Hidden) GoString() string { return "hidden" }
