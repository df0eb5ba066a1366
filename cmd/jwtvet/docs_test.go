package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The page that compares drivers names the tests that prove what it says.
func TestDriversAreProven(t *testing.T) {
	root := filepath.Join("..", "..")
	page, err := os.ReadFile(filepath.Join(root, "docs", "drivers.md"))
	if err != nil {
		t.Fatal(err)
	}
	names := regexp.MustCompile(`\bTest[A-Z]\w+`).FindAllString(string(page), -1)
	if len(names) < 5 {
		t.Fatalf("the page names %q", names)
	}
	cmd := exec.Command("go", "test", "-list", "^("+strings.Join(names, "|")+")$", "./cmd/...", "./plugin", "./analyzers", "./internal/...")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if !strings.Contains("\n"+string(out), "\n"+name+"\n") {
			t.Errorf("there is no %s", name)
		}
	}
}

// The test command of the README is the one that has to pass before a change lands.
func TestTestCommand(t *testing.T) {
	root := filepath.Join("..", "..")
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	script, err := os.ReadFile(filepath.Join(root, ".ci", "run"))
	if err != nil {
		t.Fatal(err)
	}
	command := regexp.MustCompile("(?m)^go test .*\n").FindString(string(readme))
	if command == "" || !strings.Contains(string(script), "\n"+command) {
		t.Errorf("the README has %q, which is not in .ci/run", command)
	}
}
