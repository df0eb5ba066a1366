package script

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
)

// show writes a write as the tests have it: where, name, values, = for a constant.
func show(w Write) string {
	s := w.Where + " " + w.Name
	if w.Called != "" {
		s += "<" + w.Called + ">"
	}
	s += " " + strings.Join(w.Value, ",")
	if w.Constant {
		s += "="
	}
	return strings.TrimSpace(s)
}

func all(writes []Write) string {
	var out []string
	for _, w := range writes {
		out = append(out, show(w))
	}
	return strings.Join(out, "; ")
}

func TestScript(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		// the ways in which pages write to storage
		{`localStorage.setItem("token", data.token)`, `localStorage token token`},
		{`window.localStorage.setItem('token', res.data.access_token);`,
			`localStorage token access_token`},
		{`sessionStorage?.setItem?.("jwt", await login())`, `sessionStorage jwt`},
		{"globalThis.sessionStorage.setItem(`jwt`, t)", `sessionStorage jwt t`},
		{`localStorage.token = data.token`, `localStorage token token`},
		{`localStorage["token"] = data["token"];`, `localStorage token token`},
		{`localStorage.token ||= next`, `localStorage token next`},
		{`Object.assign(localStorage, {jwt, theme: "dark"})`,
			`localStorage jwt jwt; localStorage theme =`},
		{`Object.assign(window.sessionStorage, {"refresh": r.refresh_token})`,
			`sessionStorage refresh refresh_token`},
		{`Object.assign({}, localStorage); Object.assign(state, {token: localStorage.token})`, ``},
		{`Object.assign(localStorage, ...parts, saved, {...rest, [key]: t, get() {}})`, ``},
		{`(remember ? localStorage : sessionStorage).setItem("token", t)`, `web storage token t`},
		{`const store = remember ? localStorage : window.sessionStorage; store.setItem("token", t)`,
			`web storage token t`},
		{`const s = window.localStorage; function f(x) { s.setItem("token", x) }`,
			`localStorage token x`},
		{`this.storage.setItem("token", x); localStorage`, `web storage token x`},
		{`localStorage; new Map().setItem("token", x); cache.setItem("token", x)`, ``},
		{`if(a)localStorage.setItem("token",e.token),n()`, `localStorage token token`},
		// what reads, deletes and asks
		{`localStorage.getItem("token"); localStorage.removeItem("token"); ` +
			`delete localStorage.token; localStorage.clear()`, ``},
		{`if (localStorage.token == x || localStorage["token"] === y) {}`, ``},
		{`var t = localStorage.token, u = localStorage["token"]`, ``},
		{`// localStorage.setItem("token", t)` + "\n/* localStorage.token = t */", ``},
		{`var help = 'localStorage.setItem("token", t)'`, ``},
		{`x = /localStorage.setItem("token", t)/g; if (a) /'localStorage.token = b/.test(c)`, ``},
		// values
		{`localStorage.setItem("token", "")`, `localStorage token =`},
		{`localStorage.setItem("token", null); localStorage.token = undefined; ` +
			`localStorage.token = void 0`,
			`localStorage token =; localStorage token =; localStorage token =`},
		{`localStorage.setItem("token", "a" + 'b')`, `localStorage token =`},
		{`localStorage.setItem("token", '{{.Token}}')`, `localStorage token`},
		{`localStorage.setItem("token", {{.Token}})`, `localStorage token`},
		{`localStorage.setItem("token", "{%s token %}")`, `localStorage token`},
		{`localStorage.setItem("token", '%s')`, `localStorage token`},
		{`localStorage.setItem("a", ok ? data.token : "")`, `localStorage a token`},
		{`localStorage.setItem("a", a ? b ? c : d : e)`, `localStorage a c,d,e`},
		{`localStorage.setItem("a", data?.token ?? "")`, `localStorage a token`},
		{`localStorage.setItem("a", "Bearer " + token)`, `localStorage a token`},
		{"localStorage.setItem('a', `Bearer ${data.token}`)", `localStorage a token`},
		{`localStorage.setItem("a", "Bearer ".concat(token))`, `localStorage a token`},
		{`localStorage.setItem("user", JSON.stringify({id: u.id, token: t, name}))`,
			`localStorage user id.id,id,token.t,token,name`},
		{`localStorage.setItem("user", JSON.stringify(user))`, `localStorage user user`},
		{`localStorage.setItem("a", btoa(encodeURIComponent(token.trim())))`,
			`localStorage a token`},
		{`localStorage.setItem("a", !!token)`, `localStorage a`},
		{`localStorage.setItem("a", token ? "1" : "0")`, `localStorage a =`},
		{`localStorage.setItem("a", token && "1")`, `localStorage a =`},
		{`localStorage.setItem("a", token.length); localStorage.a = token === b; ` +
			`localStorage.a = decode(token)`,
			`localStorage a length; localStorage a; localStorage a`},
		{`localStorage.setItem("a", getToken())`, `localStorage a getToken`},
		{`localStorage.setItem("a", Date.now() + token.expires_in * 1000)`, `localStorage a`},
		{"localStorage.a = data.token\nfoo(bar)", `localStorage a token`},
		{`localStorage.setItem("on", () => token)`, `localStorage on`},
		// names
		{`const KEY = "token"; localStorage.setItem(KEY, t)`, `localStorage token t`},
		{`const KEY = "token"; function f(t) { return x => { localStorage[KEY] = t } }`,
			`localStorage token t`},
		{`var e="token";function f(e,t){localStorage.setItem(e,t)}`, `localStorage <e> t`},
		{`var e="token";n.map((e,t)=>localStorage.setItem(e,t))`, `localStorage <e> t`},
		{`{ const KEY = "token" } localStorage.setItem(KEY, t)`, `localStorage <KEY> t`},
		{`const K = {theme: "theme", TOKEN: "app.token"}; localStorage.setItem(K.TOKEN, t)`,
			`localStorage app.token t`},
		{`class A { key = "token"; set(t) { localStorage.setItem(this.key, t) } }`,
			`localStorage token t`},
		{`import {TOKEN_KEY} from "./keys"; localStorage.setItem(TOKEN_KEY, t)`,
			`localStorage <TOKEN> t`},
		{`localStorage.setItem(prefix + "token", t)`, `localStorage token t`},
		{"localStorage.setItem(`token-${id}`, t)", `localStorage token t`},
		{`const A = "app", KEY = A + ":token"; localStorage.setItem(KEY, t)`,
			`localStorage app_:token t`},
		{`localStorage.setItem("tok\x65n", t)`, `localStorage token t`},
		{`localStorage.setItem(e, t)`, `localStorage <e> t`},
		{`function f(s, key) { key = "app-" + key + s.id; localStorage.setItem(key, t) }`,
			`localStorage app t`},
		{`a = b; b = a; localStorage.setItem(b, t)`, `localStorage <b> t`},
		// cookies
		{`document.cookie = "token=" + t + "; path=/"`, `document.cookie token t`},
		{"document.cookie = `jwt=${data.jwt}; max-age=${60 * 60}`;", `document.cookie jwt jwt`},
		{`window.document.cookie = "token=".concat(t, "; path=/")`, `document.cookie token t`},
		{`document.cookie = ["token=" + encodeURIComponent(t), "path=/"].join("; ")`,
			`document.cookie token t`},
		{`document.cookie = 'token={{.Token}}; path=/'`, `document.cookie token`},
		{`document.cookie = name + "=" + value + ";path=/"`, `document.cookie <name> value`},
		{`var KEY = "jwt"; document.cookie = KEY + "=" + v`, `document.cookie jwt v`},
		{`document.cookie = "theme=dark"`, `document.cookie theme =`},
		{`document.cookie = "theme=dark; path=" + token`, `document.cookie theme =`},
		{`document.cookie = "token=; expires=Thu, 01 Jan 1970 00:00:00 GMT"`, ``},
		{`document.cookie = "token=" + t + "; Max-Age=0"`, ``},
		{`document.cookie = "token=" + t + "; expires=" + new Date(0).toUTCString()`, ``},
		{`if (document.cookie == "token=" + t) {} x = document.cookie`, ``},
		{`Cookies.set("token", t, {expires: 7}); this.$cookies.set('jwt', x)`,
			`document.cookie token t; document.cookie jwt x`},
		{`Cookies.get("token"); Cookies.remove("token"); $.cookie("token")`, ``},
		{`function setCookie(name, value) { document.cookie = name + "=" + value } ` +
			`setCookie("token", data.token, 7)`,
			`document.cookie <name> value; document.cookie token token`},
		{`class A { setCookie(token, value) { } } document.cookie`, ``},
		// what is no script yet, or none at all
		{`{{if .Token}} localStorage.setItem("token", "{{.Token}}") {{end}}`, `localStorage token`},
		{`return <p>Don't {localStorage.setItem("token", t)}</p>`, `localStorage token t`},
		{"` ${ localStorage.setItem('token', t)", `localStorage token t`},
		{`/* localStorage.setItem("token", t)`, `localStorage token t`},
		{`localStorage.setItem(`, ``},
		{`localStorage.setItem("token", t`, `localStorage token t`},
		{`localStorage[`, ``},
		{`document.cookie =`, ``},
	} {
		if got := all(Script([]byte(c.src))); got != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.src, got, c.want)
		}
	}
}

func TestPage(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{`<script>localStorage.setItem("token", t)</script>`, `localStorage token t`},
		{`<SCRIPT type="module" nonce="{{.Nonce}}">localStorage.token = t</SCRIPT>`,
			`localStorage token t`},
		{`<script type="text/template"><b onclick="localStorage.token = t"></script>` +
			`<script type="application/json">localStorage.token = t</script>`, ``},
		{`<!-- <script>localStorage.setItem("token", t)</script> -->`, ``},
		{`<p>Never call localStorage.setItem("token", t).</p><a title="localStorage.token = t">`,
			``},
		{`<b onclick="localStorage.setItem('token', t)">`, `localStorage token t`},
		{`<b onclick='document.cookie = &quot;jwt=&quot; + t'>`, `document.cookie jwt t`},
		{`<b @click="localStorage.token = t" x-init='localStorage.jwt = j'>` +
			`<a href="javascript:localStorage.token=u">`,
			`localStorage token t; localStorage jwt j; localStorage token u`},
		{`<svg viewBox="0 0 1 1"/><p>it's "</p><script>localStorage.token = t</script>`,
			`localStorage token t`},
		{`<div {{if eq .A "b"}}class="c"{{end}}>{{range .B}}<i id="{{.}}">{{end}}` +
			`<script>{{if .T}}localStorage.token = {{.T}};{{end}}</script>`, `localStorage token`},
		{`<script>localStorage.setItem("{{index . "prefix"}}token", '{{printf "%s" .T}}'); ` +
			`localStorage.setItem('{{.P}}-theme', t)</script>`,
			`localStorage token; localStorage theme t`},
		{`<script>f(function(){{let a="{{",b="x";{localStorage.setItem("token",b)}}})</script>`,
			`localStorage token b`},
		{`<script>var a = "</b>"; localStorage.token = t`, `localStorage token t`},
	} {
		got := Page([]byte(c.src))
		if s := all(got); s != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.src, s, c.want)
		}
		for _, w := range got {
			if text := c.src[w.Offset:w.End]; !strings.HasPrefix(text, w.Where) {
				t.Errorf("%s\n\tstands at %q", c.src, text)
			}
		}
	}
}

func TestTempl(t *testing.T) {
	src := `package views

// localStorage.setItem("token", t)
templ Login(token string) {
	<p>localStorage.setItem("token", t) isn't good</p>
	<script>
		localStorage.setItem("token", data.token);
	</script>
}

script keep(t string) {
	if (t) { localStorage.setItem("jwt", t) }
}

func f() string { return "localStorage.token = t" }

script last() {
	document.cookie = "token=" + t
}
`
	const want = `localStorage token token; localStorage jwt t; document.cookie token t`
	got := Templ([]byte(src))
	if s := all(got); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	for _, w := range got {
		if text := src[w.Offset:w.End]; !strings.HasPrefix(text, w.Where) {
			t.Errorf("a write stands at %q", text)
		}
	}
}

// bundle is a script on one line, as bundlers make it, of about the given size.
func bundle(size int) []byte {
	const unit = `function a%d(e,t){if(!e)return t.map((e=>e.id+"x\"y"));` +
		`for(var n=0;n<e.length;n++)/[^"']/.test(e[n])&&t.push({k:e[n],v:` + "`a${n}b`" + `});` +
		`return localStorage.setItem("theme",e),t}`
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, unit, i)
	}
	b.WriteString(`var KEY="token";function z(e){localStorage.setItem(KEY,e.data.token)}`)
	return []byte(b.String())
}

// patience is a hundred times what the tests below take, and little against what they would if
// something were read again and again.
const patience = 30 * time.Second

func TestBundle(t *testing.T) {
	src := bundle(5 << 20)
	start := time.Now()
	got := Script(src)
	if spent := time.Since(start); spent > patience {
		t.Errorf("a bundle of 5 MB takes %v", spent)
	}
	if w := got[len(got)-1]; w.Name != "token" ||
		string(src[w.Offset:w.End]) != `localStorage.setItem(KEY,e.data.token)` {
		t.Errorf("got %+v", w)
	}
}

// What is missing its end must not make the script be read again and again.
func TestUnfinished(t *testing.T) {
	for _, unit := range []string{
		"'", "`", "/*", "`${", "\"a", "/x", "${`", "<svg ", "\xfe", "#", "'\n", "\nscript a", "{{",
		"a=a+", "(a,", "a?b:", "{a:",
	} {
		src := []byte("localStorage.token=" + strings.Repeat(unit, 1<<20/len(unit)))
		start := time.Now()
		Script(src)
		Page(append([]byte("<script>"), src...))
		Templ(src)
		if spent := time.Since(start); spent > patience {
			t.Errorf("a megabyte of %s takes %v", unit, spent)
		}
	}
}

func FuzzScript(f *testing.F) {
	for _, s := range []string{
		`localStorage.setItem("a", b ? c : d)`,
		"document.cookie = `a=${b}`",
		"(a?localStorage:b).setItem(c=>{}, {a, ...b})",
		"<script>localStorage[a",
		"script a() { localStorage.b = `",
	} {
		f.Add([]byte(s))
	}
	f.Add([]byte("\x80)'\xd7Bz#\xd8\xd8\xd8")) // a rune that is cut
	f.Fuzz(func(t *testing.T, data []byte) {
		src := append([]byte("localStorage;"), data...)
		all := func() [][]Write {
			return [][]Write{
				Script(src), Page(src), Templ(append([]byte("\nscript a() {"), src...)),
			}
		}
		start := time.Now()
		found := all()
		if spent := time.Since(start); spent > patience {
			t.Errorf("%d bytes take %v", len(src), spent)
		}
		if !reflect.DeepEqual(found, all()) {
			t.Errorf("%q is not read twice the same", src)
		}
		for _, writes := range found {
			for _, w := range writes {
				if w.Offset < 0 || w.End < w.Offset || w.End > len(src)+len("\nscript a() {") {
					t.Errorf("%q: %+v is outside", src, w)
				}
			}
		}
	})
}

func BenchmarkBundle(b *testing.B) {
	src := bundle(5 << 20)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		Script(src)
	}
}
