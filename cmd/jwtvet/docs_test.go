package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The pages that compare drivers and make promises name the tests that prove what they say.
func TestPagesAreProven(t *testing.T) {
	root := filepath.Join("..", "..")
	var names []string
	for _, page := range []string{"drivers.md", "security.md"} {
		text, err := os.ReadFile(filepath.Join(root, "docs", page))
		if err != nil {
			t.Fatal(err)
		}
		found := regexp.MustCompile(`\bTest[A-Z]\w+`).FindAllString(string(text), -1)
		if len(found) < 5 {
			t.Fatalf("%s names %q", page, found)
		}
		names = append(names, found...)
	}
	cmd := exec.Command("go", "test", "-list", "^("+strings.Join(names, "|")+")$",
		"./cmd/...", "./plugin", "./internal/...",
		"./analyzers", "./analyzers/internal/origin", "./analyzers/internal/quantity",
		"./analyzers/internal/report")
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
