package analyzers_test

import (
	"os/exec"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

// TestGuide runs the whole suite, with all that it can report, over the forms that a security guide
// warns of and over those that it recommends.
func TestGuide(t *testing.T) {
	var flags []string
	for _, a := range analyzers.All {
		flags = append(flags, "-"+a.Name+".strict", "-"+a.Name+".advice")
	}
	vettest.Run(t, "", "guide", flags...)
}

// TestGuideService runs the tests of the service that follows the guide: people copy such code.
func TestGuideService(t *testing.T) {
	cmd := exec.Command("go", "test", "./guide/service/...")
	cmd.Dir = vettest.Root(t)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
