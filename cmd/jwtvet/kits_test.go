package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// linted runs a program that checks files of CI systems, unless the go command is older than what
// these programs need.
func linted(t *testing.T, args ...string) (out string, ok bool) {
	t.Helper()
	if testing.Short() {
		t.Skip("builds actionlint and goreleaser")
	}
	dir := filepath.Join("testdata", "lint")
	program := filepath.Join(t.TempDir(), "lint")
	out, errs, code := start(t, dir, []string{"GOFLAGS="}, "go", "build", "-o", program, ".")
	if strings.Contains(errs, "requires go >= ") {
		t.Skip(errs)
	}
	if code != 0 {
		t.Fatalf("%s%s", out, errs)
	}
	out, errs, code = start(t, ".", nil, program, args...)
	return out + errs, code == 0
}

func readYAML(t *testing.T, file string, into any) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(file)))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return string(data)
}

// The workflows, the one that docs/ci.md shows, one that uses the action as it is here, and the
// configuration of releases are what their programs take.
func TestKitsAreValid(t *testing.T) {
	root := t.TempDir()
	put(t, root, "action.yml", readYAML(t, "action.yml", new(any)))
	put(t, root, ".git/HEAD", "ref: refs/heads/main\n")
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "ci.md"))
	if err != nil {
		t.Fatal(err)
	}
	shown := regexp.MustCompile("(?s)```yaml\n(name: jwtvet\non: .*?)```").FindSubmatch(page)
	if shown == nil {
		t.Fatal("docs/ci.md shows no workflow")
	}
	cache := regexp.MustCompile("(?s)```yaml\n(      - uses: actions/setup-go.*?)```").FindSubmatch(page)
	if cache == nil {
		t.Fatal("docs/ci.md shows no cache")
	}
	head, _, _ := strings.Cut(string(shown[1]), "      - uses: actions/setup-go")
	put(t, root, ".github/workflows/shown.yml", string(shown[1]))
	put(t, root, ".github/workflows/cache.yml", head+string(cache[1]))
	put(t, root, ".github/workflows/local.yml", strings.Replace(string(shown[1]),
		"jwtvet/jwtvet@main", "./", 1))
	put(t, root, ".github/workflows/wrong.yml", strings.NewReplacer("jwtvet/jwtvet@main", "./",
		"flags:", "flag:").Replace(string(shown[1])))
	files, err := filepath.Glob(filepath.Join("..", "..", ".github", "workflows", "*.yml"))
	if err != nil || len(files) < 2 {
		t.Fatal(files, err)
	}
	for _, name := range []string{"shown", "cache", "local"} {
		files = append(files, filepath.Join(root, ".github", "workflows", name+".yml"))
	}
	if out, ok := linted(t, append([]string{"workflow"}, files...)...); !ok {
		t.Error(out)
	}
	if out, ok := linted(t, "workflow", filepath.Join(root, ".github", "workflows", "wrong.yml")); ok ||
		!strings.Contains(out, `input "flag" is not defined in action "jwtvet"`) {
		t.Errorf("a wrong workflow passes: %s", out)
	}
	if out, ok := linted(t, "release", filepath.Join("..", "..", ".goreleaser.yaml")); !ok {
		t.Error(out)
	}
	put(t, root, "wrong.yaml", readYAML(t, ".goreleaser.yaml", new(any))+"sbom: []\n")
	if out, ok := linted(t, "release", filepath.Join(root, "wrong.yaml")); ok {
		t.Errorf("a wrong configuration passes: %s", out)
	}
}

// The step of the action runs the tool with the flags and packages that a workflow gives, and its
// exit code and file are those of the tool.
func TestAction(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("there is no bash")
	}
	var action struct {
		Runs struct {
			Steps []struct{ ID, Run string }
		}
	}
	readYAML(t, "action.yml", &action)
	i := slices.IndexFunc(action.Runs.Steps, func(s struct{ ID, Run string }) bool { return s.ID == "analyse" })
	if i < 0 {
		t.Fatalf("got %+v", action)
	}
	dir := jwtModule(t, map[string]string{"bad/bad.go": bad, "clean/clean.go": clean})
	for _, c := range []struct {
		flags, packages string
		code            int
		file            bool
	}{
		{"", "./...", 1, true}, {"-strict -tests", "./clean ./bad", 1, true}, {"", "./clean", 0, true},
		{"-frobnicate", "./...", 2, false}, {"", "$(touch x)", 2, false},
	} {
		temp := t.TempDir()
		output, sarif := filepath.Join(temp, "output"), filepath.Join(temp, "jwtvet.sarif")
		_, errs, code := start(t, dir, []string{"SARIF=" + sarif, "FLAGS=" + c.flags,
			"PACKAGES=" + c.packages, "TOOL=" + tool(t), "GITHUB_OUTPUT=" + output},
			bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", action.Runs.Steps[i].Run)
		_, err := os.Stat(sarif)
		said, _ := os.ReadFile(output)
		if code != c.code || (err == nil) != c.file ||
			c.file != (string(said) == "sarif="+sarif+"\n") {
			t.Errorf("%+v: got %d, %v, %s%s", c, code, err, said, errs)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "x")); err == nil {
		t.Error("an input of the action is executed")
	}
}

// The template for GitLab runs a command that there is, and names the files that it writes.
func TestGitLabTemplate(t *testing.T) {
	var template struct {
		Jwtvet struct {
			Variables map[string]string
			Script    []string
			Artifacts struct{ Reports map[string]string }
		}
	}
	readYAML(t, "ci/jwtvet.gitlab-ci.yml", &template)
	job := template.Jwtvet
	if len(job.Script) != 2 || !strings.HasPrefix(job.Script[1], "jwtvet ") {
		t.Fatalf("got %+v", job)
	}
	dir := jwtModule(t, map[string]string{"bad/bad.go": bad})
	args := strings.Fields(os.Expand(job.Script[1], func(name string) string { return job.Variables[name] }))
	if out, errs, code := run(t, dir, nil, args[1:]...); code != 1 || errs != "" {
		t.Errorf("got %d, %s%s", code, out, errs)
	}
	for _, kind := range []string{"codequality", "sast"} {
		if !strings.Contains(content(t, dir, job.Artifacts.Reports[kind]), "hardcoded-secret") {
			t.Errorf("%s: got %v", kind, job.Artifacts.Reports)
		}
	}
}

// The hook of pre-commit is the program of this module, and is given no files.
func TestPreCommitHook(t *testing.T) {
	var hooks []struct {
		ID, Name, Description, Language, Entry, Files string
		PassFilenames                                 *bool `yaml:"pass_filenames"`
	}
	readYAML(t, ".pre-commit-hooks.yaml", &hooks)
	if len(hooks) != 1 || hooks[0].ID != "jwtvet" || hooks[0].Language != "golang" ||
		hooks[0].Entry != "jwtvet" || hooks[0].PassFilenames == nil || *hooks[0].PassFilenames ||
		!regexp.MustCompile(hooks[0].Files).MatchString("a/b.go") {
		t.Errorf("got %+v", hooks)
	}
}

// The image has a user that is not root, and what its last stage copies.
func TestDockerfile(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "Dockerfile"))
	if err != nil {
		t.Fatal(err)
	}
	_, last, ok := strings.Cut(string(data), "\nFROM gcr.io/distroless/static-debian12:nonroot\n")
	if !ok || strings.Contains(last, "\nUSER") || strings.Contains(last, "\nRUN") ||
		!strings.Contains(last, "COPY --from=build /usr/local/go /usr/local/go\n") ||
		!strings.Contains(last, `ENTRYPOINT ["/usr/local/bin/jwtvet"]`) {
		t.Errorf("got\n%s", data)
	}
}
