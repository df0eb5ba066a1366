package main

import (
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/unit"
)

// failVar makes analyzers of the tool that tests start fail: analyzer=how,analyzer=how on the
// packages whose path has the end that follows a "@". Nothing but TestMain reads it.
const failVar = "JWTVET_TEST_FAIL"

// pidsVar names a folder in which every process of the tool, and that which started it, leaves a
// file named by its number, an analysis that another process looks after the file watched, and
// an analyzer that hangs the file hanging.
const pidsVar = "JWTVET_TEST_PIDS"

// failing puts the failure that the environment asks for into an analyzer or one that it needs.
func failing() {
	leave(strconv.Itoa(os.Getpid()))
	leave(strconv.Itoa(os.Getppid()))
	if len(os.Args) > 1 && os.Args[1] == unit.Analysis {
		leave("watched")
	}
	what, at, _ := strings.Cut(os.Getenv(failVar), "@")
	for name := range strings.SplitSeq(what, ",") {
		name, how, ok := strings.Cut(name, "=")
		if !ok {
			continue
		}
		a := find(analyzers.All, name)
		run := a.Run
		a.Run = func(pass *analysis.Pass) (any, error) {
			if strings.HasSuffix(pass.Pkg.Path(), at) {
				fail(how)
			}
			return run(pass)
		}
	}
}

// find returns an analyzer of a list, or one that they need.
func find(list []*analysis.Analyzer, name string) *analysis.Analyzer {
	for _, a := range list {
		if a.Name == name {
			return a
		} else if a = find(a.Requires, name); a != nil {
			return a
		}
	}
	return nil
}

func fail(how string) {
	switch how {
	case "panic":
		var none []int
		_ = none[len(os.Args)]
	case "secret":
		panic("unexpected hunter2")
	case "hang":
		leave("hanging")
		for start := time.Now(); time.Since(start) < time.Minute; { // as a walk without an end does
		}
	case "overflow":
		debug.SetMaxStack(1 << 20)
		deeper(0)
	case "kill":
		if p, err := os.FindProcess(os.Getpid()); err == nil {
			p.Kill()
			select {}
		}
	}
}

func leave(name string) {
	if dir := os.Getenv(pidsVar); dir != "" {
		os.WriteFile(filepath.Join(dir, name), nil, 0o666)
	}
}

func deeper(n int) int { return deeper(n+1) + n }

// vettedModule has a package with a report, one that needs it and has its own by what is known
// of it, and one beside them.
func vettedModule(t *testing.T) string {
	return module(t, map[string]string{
		"go.mod": goMod, "go.sum": goSum, "bad/bad.go": bad + signWith, "clean/clean.go": clean,
		"user/user.go": `package user

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/app/bad"
)

// Own signs with a constant, and so does With through bad.
func Own(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte("own-own-own"))
}

func With(claims jwt.Claims) (string, error) { return bad.SignWith(claims, "through-through") }
`,
	})
}

const signWith = `
func SignWith(claims jwt.Claims, key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
}
`

const failed = "jwtvet: example.com/app/bad was not analysed"

// The failure of an analyzer on a package takes none of the other reports with it, is told again in
// the next run, and is forgotten when there is none.
func TestFailures(t *testing.T) {
	const own, through = "./user/user.go:11:79: hardcoded-secret", "./user/user.go:14:76: hardcoded-secret"
	const inBad = "./bad/bad.go:7:79: hardcoded-secret"
	for _, c := range []struct {
		fail, want string // in the line about it
		reports    []string
	}{
		{"jwtleak=panic", " by jwtleak: internal error in jwtleak at jwtvet/failing_test.go:",
			[]string{inBad, own, through}},
		{"jwtleak=secret",
			"(panic with a string); please report it at https://github.com/jwtvet/jwtvet/issues\n",
			[]string{inBad, own, through}},
		{"jwtleak=hang", " by jwtleak: too slow: not done after 3s; run it again, allow more time with -unit-timeout=15s", []string{inBad, own, through}},
		{"jwtsinks=panic", " by jwtcookie, jwtexpiry, jwtleak, jwtlifecycle, jwtsecret, jwttransport, jwtverify: internal error in jwtsinks ", []string{own, through}},
		{"jwtcalls=panic", "jwtverify: internal error in jwtcalls at ", []string{own}},
		{"jwtleak=overflow", " by jwtleak: internal error in jwtleak at jwtvet/failing_test.go:",
			[]string{inBad, own, through}},
		{"jwtleak=kill", " by jwtleak: ended from outside (", []string{inBad, own, through}},
		{"jwtleak=panic,jwtcookie=panic,jwtexpiry=panic,jwtstorage=panic",
			" was not analysed: internal error in ", []string{own}},
		{"jwtleak=hang,jwtcookie=hang", " was not analysed: too slow: ", []string{own}},
	} {
		t.Run(c.fail, func(t *testing.T) {
			dir := vettedModule(t)
			for range 2 {
				out, errs, code := run(t, dir, []string{failVar + "=" + c.fail + "@/bad"},
					"-unit-timeout=3s")
				if code != 3 || lines(errs) != 1 || !strings.HasPrefix(errs, failed) ||
					!strings.Contains(errs, c.want) || strings.Contains(errs, "hunter2") {
					t.Errorf("got %d, %s\nwant 3 and one line with %q", code, errs, c.want)
				}
				for _, report := range c.reports {
					if !strings.Contains(out, report) {
						t.Errorf("no %s in\n%s", report, out)
					}
				}
			}
			out, errs, code := run(t, dir, nil, "-unit-timeout=3s")
			if code != 1 || errs != "" || strings.Count(out, "hardcoded-secret") != 3 {
				t.Errorf("when nothing fails any more: got %d, %s%s", code, errs, out)
			}
		})
	}
}

// A package costs one process, and a second one only when something fails.
func TestOneProcess(t *testing.T) {
	for fail, want := range map[string]bool{
		"": false, "jwtleak=panic@/bad": true, "jwtleak=kill@/bad": true,
	} {
		dir, pids := vettedModule(t), t.TempDir()
		_, errs, code := run(t, dir, []string{pidsVar + "=" + pids, failVar + "=" + fail},
			"-unit-timeout=10s")
		if (code == 3) != want {
			t.Errorf("%s: got %d, %s", fail, code, errs)
		}
		if _, err := os.Stat(filepath.Join(pids, "watched")); (err == nil) != want {
			t.Errorf("%q: %v, want a process that looks after another: %v", fail, err, want)
		}
		if list, err := os.ReadDir(pids); err != nil || len(list) < 5 {
			t.Errorf("%q: %d processes, %v: nothing was analysed", fail, len(list), err)
		}
	}
}

// A failure on a package that was not asked for, but whose facts are needed, is told too.
func TestFailureOfAnImport(t *testing.T) {
	dir := vettedModule(t)
	for range 2 {
		out, errs, code := run(t, dir, []string{failVar + "=jwtcalls=panic@/bad"}, "./user")
		if code != 3 || !strings.Contains(errs, "internal error in jwtcalls at ") ||
			strings.Count(out, "hardcoded-secret") != 1 || strings.Contains(out, "./bad") {
			t.Errorf("got %d, %s%s", code, errs, out)
		}
	}
	out, errs, code := run(t, dir, []string{failVar + "=jwtleak=panic@/bad"}, "./user")
	if code != 1 || errs != "" || strings.Count(out, "hardcoded-secret") != 2 {
		t.Errorf("a check, which does not run there: got %d, %s%s", code, errs, out)
	}
}

// go vet says in one line what failed, or shows what the tool died of, and has all other reports.
func TestFailuresUnderVet(t *testing.T) {
	dir := vettedModule(t)
	for fail, want := range map[string]string{
		"jwtcalls=panic":   "internal error in jwtcalls at ",
		"jwtleak=hang":     "too slow: not done after 3s; ",
		"jwtleak=overflow": "fatal error: stack overflow\n",
		"jwtleak=kill":     "signal: killed\n",
	} {
		for range 2 {
			_, errs, code := start(t, dir, []string{failVar + "=" + fail + "@/bad"}, "go", "vet",
				"-vettool="+tool(t), "-unit-timeout=3s", "./...")
			if code != 1 || strings.Count(errs, want) != 1 ||
				!strings.Contains(errs, "user.go:11:79: JWT signing key") ||
				strings.Contains(errs, "goroutine ") != strings.HasPrefix(want, "fatal") {
				t.Errorf("%s: got %d, %s", fail, code, errs)
			}
		}
	}
	if _, errs, code := start(t, dir, nil, "go", "vet", "-vettool="+tool(t), "-unit-timeout=3s",
		"./..."); code != 1 || strings.Contains(errs, "error in") ||
		strings.Contains(errs, "slow") || strings.Count(errs, "JWT signing key") != 3 {
		t.Errorf("when nothing fails any more: got %d, %s", code, errs)
	}
}
