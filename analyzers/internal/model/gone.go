package model

// Gone says why a library should not be used any more.
type Gone struct {
	Why     string // in a message
	Instead string // the import path of the library that takes its place
	Same    string // the import path that can be written instead without any other change, "" where there is none
}

// gone lists the libraries that nobody mends any more, by import path.
var gone = map[string]Gone{}

// GoneOf returns why the package at an import path should not be used any more, nil for others.
func GoneOf(path string) *Gone {
	if g, ok := gone[path]; ok {
		return &g
	}
	return nil
}
