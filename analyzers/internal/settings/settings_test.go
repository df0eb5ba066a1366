package settings

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// Every value is found with its path, and where it stands.
func TestParse(t *testing.T) {
	for _, c := range []struct {
		name, data string
		want       []string // path=text@line:column
	}{
		{"config.yaml", "# jwt\nüb: 'ä' # x\njwt:\n  secret: \"a b\"  # x\n  empty:\n" +
			"  base: &b {key: k1}\n  again:\n    <<: *b\n  alias: *b\n  long: |\n    one\n" +
			"    two\n---\nlast: 1\n", []string{
			"üb=ä@2:7", "jwt.secret=a b@4:12", "jwt.base.key=k1@6:18", "jwt.again.key=k1@6:18",
			"jwt.alias.key=k1@6:18", "jwt.long=one\ntwo\n@10:9", "last=1@14:7",
		}},
		{"compose.yml", "services:\n  api:\n    environment:\n      - JWT_SECRET=abc=\n" +
			"      - \"A=b\"\n    env:\n      - {name: KEY, value: v}\n      - name: X\n" +
			"        valueFrom: y\n", []string{
			"services.api.environment.JWT_SECRET=abc=@4:20", "services.api.environment.A=b@5:12",
			"services.api.env.name=KEY@7:16", "services.api.env.value=v@7:28",
			"services.api.env.KEY=v@7:28",
			"services.api.env.name=X@8:15", "services.api.env.valueFrom=y@9:20",
		}},
		{"broken.yaml", "a: 1\n---\nb: [\n", []string{"a=1@1:4"}},
		{"config.json", "{\"jwt\": {\"a\": [1, {\"b\": \"c\\n\"}], \"secret\":\n \"x\", " +
			"\"no\": null}, \"n\": 5}",
			[]string{"jwt.a=1@1:16", "jwt.a.b=c\n@1:25", "jwt.secret=x@2:2", "n=5@2:25"}},
		{"config.toml", "a = 1\n[jwt]\nsecret = \"x\" # c\n'b'.c = 'q'\n[[x]]\nd={e='f'}\n", []string{
			"a=1@1:5", "jwt.secret=x@3:10", "jwt.b.c=q@4:9", "x.d.e=f@6:6",
		}},
		{"app.conf", "name = shop ; the name\n[jwt]\n# secret = no\nsecret=\"a;b\"\n", []string{
			"name=shop@1:8", "jwt.secret=a;b@4:8",
		}},
		{".env.local", "# A=b\nexport A=b # c\r\nB='c # d'\nC: d#e\nD=\nE=\"one\ntwo\"\nF=g\n", []string{
			"A=b@2:10", "B=c # d@3:3", "C=d#e@4:4", "D=@5:3", "E=one\ntwo@6:3", "F=g@8:3",
		}},
		{"Dockerfile", "FROM x\nENV A=b C=\"d e\"\nENV KEY some-value\nARG K=v\n# ENV X=y\n" +
			"RUN echo a b\n",
			[]string{"A=b@2:7", "C=d e@2:11", "KEY=some-value@3:9"}},
		{"Makefile", "run:\n\tJWT_SECRET=abc docker run -e KEY=$(KEY)\nexport S ?= t\n", []string{
			"JWT_SECRET=abc@2:13", "KEY=$(KEY)@2:35", "S=t@3:13",
		}},
		{"app.service", "[Service]\nEnvironment=\"JWT_SECRET=abc\" \"B=c\"\nEnvironment=D=e\n", []string{
			"JWT_SECRET=abc@2:25", "B=c@2:33", "D=e@3:15",
		}},
		{"package.json", `{"key": "x"}`, nil},
		{"logo.svg", "a=b", nil},
	} {
		var got []string
		for _, e := range Parse(FormatOf(c.name), []byte(c.data)) {
			before := c.data[:e.Offset]
			got = append(got, fmt.Sprintf("%s=%s@%d:%d", e.Path, e.Text,
				strings.Count(before, "\n")+1, e.Offset-strings.LastIndex(before, "\n")))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// What stands for a value that is filled in later, for none, for a public key or for a path is no
// secret.
func TestWritten(t *testing.T) {
	for _, text := range []string{"change-me", "s3cr3t", "your_secret_here", "pa$$word", "12345678",
		"-----BEGIN RSA PRIVATE KEY-----\nMII", "c2VjcmV0LXNlY3JldA==", "a/b+c/d="} {
		if !Written(text) {
			t.Errorf("%q is a secret", text)
		}
	}
	for _, text := range []string{"", " ", "null", "${JWT_SECRET}", "$JWT_SECRET", "$(JWT_SECRET)",
		"{{ .Values.secret }}", "<your-secret>", "%(secret)s", "%SECRET%", "__SECRET__", "****", "____",
		"xxxxxxxx", "ENC[AES256_GCM,data:x]", "vault:secret/jwt#key", "#{Secret}#", "[secret]",
		"/etc/app/jwt.key", "keys/private.pem", "https://example.com/jwks", "${A||b}", `%s\n\n`,
		"-----BEGIN PUBLIC KEY-----\nMII", "file:///run/secrets/jwt"} {
		if Written(text) {
			t.Errorf("%q is no secret", text)
		}
	}
}

func TestSample(t *testing.T) {
	for name, want := range map[string]bool{
		".env.example": true, "config.sample.yaml": true, "config.yaml.dist": true,
		"example.yaml": true, "app.template.env": true, "env.schema.json": true,
		".env": false, "config.yaml": false, "local.yaml": false, "contest.yaml": false,
	} {
		if Sample(name) != want {
			t.Errorf("%s: got %t", name, !want)
		}
	}
}

func TestForTests(t *testing.T) {
	for name, want := range map[string]bool{
		"test.yaml": true, "config_test.toml": true, "config_dockertest.toml": true, "unittests.env": true,
		"config.yaml": false, "config_docker.toml": false, "contest.yaml": false, "latest.yaml": false,
	} {
		if ForTests(name) != want {
			t.Errorf("%s: got %t", name, !want)
		}
	}
}

// The answers are those of git itself, where that is installed.
func TestIgnore(t *testing.T) {
	top := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		path := filepath.Join(top, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write(".git/info/exclude", "excluded.env\n")
	write(".gitignore", "# c\n.env\n/config.yaml\nsecrets/\n*.local.*\n!keep.local.env\n"+
		"**/deep/*.yml\na/**/z.env\nb/**\n\\#x\nq[0-9].env\nn[!0-9].env\ntrail.env  \nmid/dle.env\n")
	write("sub/.gitignore", "!.env\nown.env\n/anchored.env\n")
	paths := map[string]bool{}
	for name, want := range map[string]bool{
		".env": true, "x/.env": true, "sub/.env": false, "config.yaml": true,
		"x/config.yaml": false, "secrets/a.env": true, "x/secrets/y/b.env": true, "secrets.env": false,
		"app.local.yaml": true, "keep.local.env": false, "p/deep/a.yml": true, "deep/a.yml": true,
		"deep/p/a.yml": false, "a/z.env": true, "a/b/c/z.env": true, "b/x.env": true, "#x": true,
		"q1.env": true, "qx.env": false, "nx.env": true, "n1.env": false, "trail.env": true,
		"sub/own.env": true, "sub/p/own.env": true, "own.env": false, "sub/anchored.env": true,
		"sub/p/anchored.env": false, "excluded.env": true, "mid/dle.env": true, "x/mid/dle.env": false,
	} {
		paths[name] = want
	}
	ig := NewIgnore(filepath.Join(top, "sub"))
	for name, want := range paths {
		if got := ig.Has(filepath.Join(top, filepath.FromSlash(name))); got != want {
			t.Errorf("%s: got %t", name, got)
		}
	}
	if ig.Has(filepath.Join(filepath.Dir(top), ".env")) {
		t.Error("a file outside of the repository is ignored")
	}
	for name, want := range asGit(t, top, paths) {
		if want != paths[name] {
			t.Errorf("%s: git says %t", name, want)
		}
	}
}

// asGit returns what git says of paths, nil where it is not installed.
func asGit(t *testing.T, top string, paths map[string]bool) map[string]bool {
	if _, err := exec.LookPath("git"); err != nil {
		return nil
	}
	exclude, _ := os.ReadFile(Excluded(top))
	if out, err := exec.Command("git", "init", "-q", top).CombinedOutput(); err != nil {
		t.Logf("git init: %v %s", err, out)
		return nil
	}
	if err := os.WriteFile(Excluded(top), exclude, 0o666); err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	for name := range paths {
		cmd := exec.Command("git", "-C", top, "-c", "core.excludesFile=", "check-ignore", "-q",
			"--no-index", name)
		said[name] = cmd.Run() == nil
	}
	return said
}

// A file that wants to be large, or to have no end, does not keep anybody.
func TestHostile(t *testing.T) {
	start := time.Now()
	for _, data := range []string{
		strings.Repeat("[", Limit), strings.Repeat("{\"a\":", Limit/5), strings.Repeat("a: ", Limit/3),
		strings.Repeat("- ", Limit/2), strings.Repeat("a=\"", Limit/3), strings.Repeat("a=b ", Limit/4),
		"a: &a [x]\n" + strings.Repeat("b: &a [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n", 1000),
		"a: &a\n  b: *a\n", "a = " + strings.Repeat("{a=", Limit/3), strings.Repeat("=", Limit),
		strings.Repeat("ENV ", Limit/4), strings.Repeat("a\n", Limit/2), "\xff\xfe\x00", "---\n...\n",
	} {
		for f := YAML; f <= Shell; f++ {
			for _, e := range Parse(f, []byte(data)) {
				if e.Offset < 0 || e.End < e.Offset || e.End > len(data) {
					t.Fatalf("%d: %.20q: value from %d to %d", f, data, e.Offset, e.End)
				}
			}
		}
	}
	if d := time.Since(start); d > time.Minute {
		t.Errorf("took %v", d)
	}
}

// FuzzParse makes sure that no file makes a reader fail.
func FuzzParse(f *testing.F) {
	f.Add(int(YAML), []byte("a: &b {c: *b}\n"))
	f.Add(int(TOML), []byte("[a]\nb = {c = 'd'}\n"))
	f.Add(int(JSON), []byte(`{"a": [{"b": 1}]}`))
	f.Add(int(INI), []byte("[a]\nb = \"c\"\n"))
	f.Add(int(Dotenv), []byte("export A='b\nc'\n"))
	f.Add(int(Shell), []byte("ENV A=b C=$D\n"))
	f.Fuzz(func(t *testing.T, format int, data []byte) {
		for _, e := range Parse(Format(format), data) {
			if e.Offset < 0 || e.End < e.Offset || e.End > len(data) {
				t.Fatalf("value from %d to %d of %d", e.Offset, e.End, len(data))
			}
			Written(e.Text)
		}
	})
}
