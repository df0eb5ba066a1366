//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// asks are programs that let a shell complete a command line. Its words follow as arguments.
var asks = map[string]string{
	"bash": `source <(jwtvet completion bash)
COMP_WORDS=(jwtvet "$@") COMP_CWORD=$#
complete -p jwtvet | grep -q -- '-F _jwtvet' || echo not set
_jwtvet
printf '%s\n' "${COMPREPLY[@]}"`,
	"zsh": `compdef() { :; }
_describe() { print -l -- ${(@P)2}; }
_files() { print files; }
source <(jwtvet completion zsh)
words=(jwtvet "$@") CURRENT=$(( $# + 1 ))
_jwtvet`,
	"fish": `jwtvet completion fish | source
complete -C "jwtvet $argv"`,
}

// Real shells complete commands, names, flags and their values.
func TestCompletion(t *testing.T) {
	bin := t.TempDir()
	if err := os.Symlink(tool(t), filepath.Join(bin, "jwtvet")); err != nil {
		t.Fatal(err)
	}
	env := []string{"PATH=" + bin + ":" + os.Getenv("PATH"), "HOME=" + t.TempDir()}
	for shell, program := range asks {
		t.Run(shell, func(t *testing.T) {
			if _, err := exec.LookPath(shell); err != nil {
				t.Skip("there is no " + shell)
			}
			for _, c := range []struct {
				words, want string
				not         string
			}{
				{"expl", "explain", "demo"},
				{"explain alg", "alg-none", "weak-key"},
				{"help base", "baseline", "demo"},
				{"baseline ", "prune", "jwtsecret"},
				{"baseline write -st", "-strict", "-tests"},
				{"completion z", "zsh", "bash"},
				{"-jwtsecret.st", "-jwtsecret.strict", "-jwtsecret.advice"},
				{"audit -di", "-diff", "-fix"},
				{"audit -format ma", "markdown", "sarif"},
				{"-format gitlab-s", "gitlab-sast", "junit"},
				{"-fail-on cr", "critical", "high"},
				{"-format text,j", "text,json", "html"},
				{"-tests -disable weak-key,jwtco", "weak-key,jwtcookie", "jwtsecret"},
			} {
				args := []string{"-c", program}
				if shell == "fish" {
					args = append(args, "--", c.words)
				} else {
					args = append(append(args, shell), strings.Split(c.words, " ")...)
				}
				out, errs, _ := start(t, bin, env, shell, args...)
				if !strings.Contains("\n"+out, "\n"+c.want) || errs != "" ||
					strings.Contains("\n"+out, "\n"+c.not) {
					t.Errorf("jwtvet %s: got %q, %s; want %s without %s",
						c.words, out, errs, c.want, c.not)
				}
			}
		})
	}
}

// A shell without a script is told which ones have one. Words that mean something to the program
// itself are completed all the same.
func TestCompletionRefused(t *testing.T) {
	for _, args := range [][]string{{"completion"}, {"completion", "tcsh"}} {
		out, errs, code := run(t, t.TempDir(), nil, args...)
		if code != 2 || out != "" || errs !=
			"jwtvet: completion takes the name of a shell: bash, zsh, fish\n" {
			t.Errorf("%q: got %d, %q, %q", args, code, out, errs)
		}
	}
	help, _, _ := run(t, t.TempDir(), nil, "help")
	intro, _, _ := strings.Cut(help, "\nFlags:")
	words, _, _ := run(t, t.TempDir(), nil, "_complete", "")
	shown := regexp.MustCompile(`(?m)^\tjwtvet ([a-z]+)`).FindAllStringSubmatch(intro, -1)
	if len(shown) < 8 {
		t.Errorf("got %q", shown)
	}
	for _, command := range shown {
		if !strings.Contains("\n"+words, "\n"+command[1]+"\t") {
			t.Errorf("%s is not completed", command[1])
		}
	}
	out, _, code := run(t, t.TempDir(), nil, "_complete", "-h", "-V")
	if code != 0 || strings.Contains(out, "Flags:") {
		t.Errorf("got %d, %s", code, out)
	}
}
