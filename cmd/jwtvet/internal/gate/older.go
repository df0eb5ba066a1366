package gate

import "fmt"

// Older says that the tool was built with an older Go than the one whose packages it reads.
func Older(built, used string) string {
	return fmt.Sprintf(
		"this program was built with %s, older than %s, and cannot read what that compiles: "+
			`run "go install github.com/jwtvet/jwtvet/cmd/jwtvet@latest" to build it again`,
		built, used)
}
