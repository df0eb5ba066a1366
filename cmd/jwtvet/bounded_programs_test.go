package main

import (
	"fmt"
	"strings"
)

// bounded are programs that are large or deep in one way each. Every one signs, verifies,
// sends or logs a token of the real library with what the large part makes, so that the
// walk for that part is taken.
var bounded = []program{
	{"calls", func() string { // id(id(id(...)))
		return signs("func id(s string) string { return s + \"x\" }",
			"key := "+nest("id(", 5000, `env()`, ")"))
	}},
	{"parentheses", func() string { return signs("", "key := "+nest("(", 10000, "env()", ")")) }},
	{"conversions",
		func() string { return signs("", "key := "+nest("string([]byte(", 3000, "env()", "))")) }},
	{"sprintf", func() string {
		return signs("", `key := `+nest(`fmt.Sprintf("%s-%s", `, 1000, `env()`, `, env())`))
	}},
	{"sprintf twice", func() string { // each level has the one before in it twice: 2^1000 ways
		return signs("", "k0 := env()\n"+repeat(1000, func(i int) string {
			return fmt.Sprintf("k%d := fmt.Sprintf(\"%%s-%%s\", k%d, k%d)", i+1, i, i)
		})+"key := k1000")
	}},
	{"sprintf many", func() string {
		return signs("", `key := fmt.Sprintf("`+strings.Repeat("%s", 2000)+`"`+
			strings.Repeat(", env()", 2000)+")")
	}},
	{"sum", func() string {
		return signs("", "key := env()"+strings.Repeat(` + "part" + env()`, 5000))
	}},
	{"sum twice", func() string {
		return signs("", "k0 := env()\n"+
			repeat(1000, func(i int) string { return fmt.Sprintf("k%d := k%d + k%d", i+1, i, i) })+
			"key := k1000")
	}},
	{"sum in branches", func() string { // each text is made of two, at either end
		return signs("", "key := env()\n"+repeat(20000, func(i int) string {
			return fmt.Sprintf("if n > %d { key = key + \"x\" } else { key = \"y\" + key }", i)
		}))
	}},
	{"blocks", blocks},
	{"elements", func() string {
		return signs("var keys = []string{"+
			repeat(10000, func(i int) string { return fmt.Sprintf("\"key %d\",", i) })+"}",
			"key := keys[n]")
	}},
	{"entries", func() string {
		return signs("var keys = map[string]string{"+
			repeat(10000, func(i int) string {
				return fmt.Sprintf("\"k%d\": \"key %d\",", i, i)
			})+"}",
			"key := keys[env()]")
	}},
	{"structs", func() string {
		return signs("var all = []struct{ id, key string }{"+
			repeat(10000, func(i int) string {
				return fmt.Sprintf("{\"id %d\", \"key %d\"},", i, i)
			})+"}",
			"var key string\nfor _, k := range all { if k.id == env() { key = k.key } }")
	}},
	{"generics", func() string { // types and functions that lead to one another
		return signs(`type node[K ~string] struct { next *link[K]; key K }
type link[K ~string] struct { node *node[K]; more []link[K] }
func (n *node[K]) value() K { if n.next == nil { return n.key }; return n.next.value() }
func (l *link[K]) value() K { for _, m := range l.more { return m.value() }; return l.node.value() }
`+repeat(300, func(i int) string {
			return fmt.Sprintf("func f%d[K ~string](n *node[K]) K { if n == nil { return f%d[K](n) }; return f%d[K](n.next.node) + n.value() }",
				i, (i+1)%300, (i*7+3)%300)
		}), "key := f0(&node[string]{key: env()})")
	}},
	{"function", func() string { // 1 MB in one function
		return signs("", "key := env()\n"+repeat(20000, func(i int) string {
			return fmt.Sprintf("if len(key) < %d { key = strings.ToLower(key + \"x\") }", i)
		}))
	}},
	{"variables", func() string {
		return signs("", "k0 := env()\n"+repeat(10000, func(i int) string {
			return fmt.Sprintf("k%d := strings.TrimSpace(k%d)", i+1, i)
		})+"key := k10000")
	}},
	{"cases", func() string {
		return signs("", "key := \"\"\nswitch env() {\n"+repeat(5000, func(i int) string {
			return fmt.Sprintf("case \"tenant%d\": key = \"key %d\"", i, i)
		})+"}")
	}},
	{"returns", func() string {
		return signs(
			"func key4(name string) string {\nswitch name {\n"+repeat(5000, func(i int) string {
				return fmt.Sprintf("case \"tenant%d\": return \"key %d\" + name", i, i)
			})+"}\nreturn env() }", "key := key4(env())")
	}},
	{"closures", func() string {
		return signs("", "k0 := env\n"+repeat(2000, func(i int) string {
			return fmt.Sprintf("k%d := func() string { return k%d() + strings.ToUpper(k%d()) }",
				i+1, i, i)
		})+"key := k2000()")
	}},
	{"closures nested", func() string {
		return signs("", "key := "+nest("func() string { return ", 400, "env()", " }()"))
	}},
	{"assignments", func() string {
		return signs("", "key := env()\n"+
			repeat(10000, func(i int) string { return fmt.Sprintf("key = \"key %d\" + key", i) }))
	}},
	{"assignments of constants", func() string {
		return signs("", "key := env()\n"+repeat(10000, func(i int) string {
			return fmt.Sprintf("if n == %d { key = \"key %d\" }", i, i)
		}))
	}},
	{"field", func() string {
		return signs(
			"type config struct { key string }\nvar c config\n"+repeat(10000, func(i int) string {
				return fmt.Sprintf("func set%d() { c.key = c.key + \"%d\" }", i, i)
			}), "key := c.key")
	}},
	{"fields", func() string { // each is made of two others
		return signs("type config struct {"+
			repeat(1000, func(i int) string { return fmt.Sprintf("k%d string", i) })+
			"}\nvar c config\n"+
			repeat(999, func(i int) string {
				return fmt.Sprintf("func set%d() { c.k%d = c.k%d + c.k%d }",
					i, i, i+1, (i*7+5)%1000)
			}),
			"key := c.k0")
	}},
	{"else if", func() string {
		return signs("", "key := \"\"\nif n == -1 {\n"+repeat(400, func(i int) string {
			return fmt.Sprintf("} else if n == %d && env() != \"\" { key = \"key %d\"", i, i)
		})+"} else { key = env() }")
	}},
	{"ifs nested", func() string {
		return signs("", "key := env()\n"+nest("if key != \"\" { key += \"x\"\n", 400, "", "}\n"))
	}},
	{"loops nested", func() string {
		return signs("", "key := env()\n"+
			nest("for i := range n { key = key + string(rune(i))\n", 300, "", "}\n"))
	}},
	{"labels", func() string { // any order of 300 blocks
		return signs("", "key := env()\n"+repeat(300, func(i int) string {
			return fmt.Sprintf(
				"l%d: key = key + \"%d\"\nif n == %d { goto l%d }\nif len(key) == %d { goto l%d }",
				i, i, i, (i*7+3)%300, i, (i*11+5)%300)
		}))
	}},
	{"recursion", func() string { // 1,000 functions that call one another
		return signs(repeat(1000, func(i int) string {
			return fmt.Sprintf("func f%d(k string, n int) string { if n > 0 { return f%d(k + \"x\", n-1) + f%d(k, n-2) }; return k + f%d(k, n) }",
				i, (i+1)%1000, (i*7+3)%1000, (i*13+11)%1000)
		}), "key := f0(env(), n)")
	}},
	{"chain", func() string { // a key on its way through 500 functions
		return signs(repeat(500, func(i int) string {
			return fmt.Sprintf("func f%d(key string) (string, error) { return f%d(key) }", i, i+1)
		})+
			"func f500(key string) (string, error) { return jwt.New(jwt.SigningMethodHS256).SignedString([]byte(key)) }",
			"key := env()\nf0(\"local\")")
	}},
	{"ladder", func() string { // two ways at each step: 2^500
		return signs(repeat(500, func(i int) string {
			return fmt.Sprintf("func f%d(key string) { f%d(key); g%d(key) }\nfunc g%d(key string) { f%d(key); g%d(key) }", i, i+1, i+1, i, i+1, i+1)
		})+"func f500(key string) { jwt.New(jwt.SigningMethodHS256).SignedString([]byte(key)) }\nfunc g500(key string) { f500(key) }",
			"key := env()\nf0(key); f0(\"local\")")
	}},
	{"callers", func() string {
		return signs("func do(key string) string { s, _ := jwt.New(jwt.SigningMethodHS256).SignedString([]byte(key)); return s }\n"+
			repeat(3000, func(i int) string {
				return fmt.Sprintf("func call%d() string { return do(\"key %d\" + env()) }", i, i)
			}), "key := env()")
	}},
	{"implementations", func() string {
		return signs(
			"type source interface { Key() string }\ntype all []source\nvar sources = all{"+
				repeat(1000, func(i int) string { return fmt.Sprintf("s%d{},", i) })+"}\n"+
				repeat(1000, func(i int) string {
					return fmt.Sprintf("type s%d struct{}\nfunc (s%d) Key() string { return \"key %d\" + sources[%d].Key() }", i, i, i, (i*7+3)%1000)
				}), "key := sources[n].Key()")
	}},
	{"appends", func() string {
		return signs("", "key := string("+nest("append(", 2000, "[]byte(env())", ", 'x')")+")")
	}},
	{"durations", func() string {
		return handles("claims := jwt.MapClaims{}\nd0 := time.Hour\n" +
			repeat(1000, func(i int) string { return fmt.Sprintf("d%d := d%d + d%d", i+1, i, i) }) +
			"claims[\"exp\"] = time.Now().Add(d1000).Unix()\njwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(env()))")
	}},
	{"expiries", func() string {
		return handles("exp := time.Now().Unix()\n" + repeat(5000, func(i int) string {
			return fmt.Sprintf("if n == %d { exp += int64(n) * 60 + %d }", i, i)
		}) +
			"jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{\"exp\": exp}).SignedString([]byte(env()))")
	}},
	{"claims", func() string {
		return handles("claims := jwt.MapClaims{\n" +
			repeat(5000, func(i int) string { return fmt.Sprintf("\"claim%d\": env(),", i) }) +
			"}\n" +
			repeat(5000, func(i int) string {
				return fmt.Sprintf("claims[\"more%d\"] = fmt.Sprint(claims[\"claim%d\"])", i, i)
			}) +
			"jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(env()))")
	}},
	{"claims typed", func() string { // structs in structs, each twice
		return repeat(200, func(i int) string {
			return fmt.Sprintf("type c%d struct { A, B []c%d; Name%d string }", i, i+1, i)
		}) + "type c200 struct { jwt.RegisteredClaims; Password string }\ntype claims struct { jwt.RegisteredClaims; *c0; next *claims }\n" +
			handles(
				"jwt.NewWithClaims(jwt.SigningMethodHS256, claims{}).SignedString([]byte(env()))")
	}},
	{"verifications", func() string {
		return repeat(500, func(i int) string {
			return fmt.Sprintf(`func verify%d(token string) (jwt.Claims, error) {
	t, err := jwt.Parse(token, func(t *jwt.Token) (any, error) {
		if t.Header["alg"] != "HS256" { return nil, fmt.Errorf("algorithm %%v", t.Header["alg"]) }
		return []byte(env()), nil
	}, jwt.WithIssuer("i%d"))
	if err != nil { return nil, err }
	log.Print(t.Valid)
	return t.Claims, nil
}`, i, i)
		}) + handles("verify0(env())")
	}},
	{"verification", func() string { // 3,000 decisions on one result
		return handles("t, err := jwt.Parse(env(), func(t *jwt.Token) (any, error) {\n" +
			repeat(1000, func(i int) string {
				return fmt.Sprintf(
					"if t.Header[\"kid\"] == \"k%d\" { return []byte(env() + \"%d\"), nil }", i, i)
			}) + "return []byte(env()), nil })\n" + repeat(3000, func(i int) string {
			return fmt.Sprintf(
				"if err != nil && n == %d { log.Print(err) } else if t.Valid { n++ }", i)
		}) + "log.Print(t.Claims)")
	}},
	{"lengths", func() string { // 40,000 comparisons and as many conditions
		return signs(repeat(4000, func(i int) string {
			return fmt.Sprintf("func check%d(s string, n int) {", i) + repeat(10, func(i int) string {
				return fmt.Sprintf("if n == %d || len(s) >= %d { log.Print(n) }", i, i+8)
			}) + "}"
		}), "key := env()\ncheck0(key, n)")
	}},
	{"variables of functions", func() string { // after 5,000 functions
		return signs(repeat(5000, func(i int) string {
			return fmt.Sprintf("func f%d() string { return env() }", i)
		})+repeat(5000, func(i int) string {
			return fmt.Sprintf("var v%d = env()", i)
		}), "key := f0() + v0")
	}},
	{"builders", func() string { // each call is made on the result of one that may be a question
		return "type query struct{}\nfunc (q *query) Where(_ string) *query { return q }\n" +
			"func (q *query) Err() error { return nil }\nvar revoked = new(query)\n" +
			handles("token := env()\nt, _ := jwt.New(jwt.SigningMethodHS256).SignedString([]byte(token))\n"+
				"if revoked"+strings.Repeat(".Where(token)", 1000)+".Err() != nil { log.Print(t) }")
	}},
	{"answers twice", func() string { // each level has the one before in it twice: 2^1000 ways
		return "func isRevoked(token string) (bool, error) { return token == env(), nil }\n" +
			"func check(token string) bool {\nr0, err := isRevoked(token)\n" +
			repeat(1000, func(i int) string {
				return fmt.Sprintf("r%d := r%d && r%d", i+1, i, i)
			}) + "if err == nil && r1000 { return true }\nreturn false\n}\n" +
			handles("jwt.New(jwt.SigningMethodHS256).SignedString([]byte(fmt.Sprint(check(env()))))")
	}},
	{"questions", func() string { // a deny list, and its store 2,000 times after it
		return "var db *sql.DB\n\nfunc isKnown(token string) error {\nvar n int\n" +
			"err := db.QueryRow(\"SELECT 1 FROM revoked WHERE token = ?\", token).Scan(&n)\n" +
			"if err == nil { return errors.New(\"revoked\") }\n" +
			repeat(2000, func(i int) string {
				return fmt.Sprintf("err = db.QueryRow(\"SELECT %d FROM names WHERE token = ?\", token).Scan(&n)\n"+
					"if err == nil && n == %d { log.Print(n) }", i, i)
			}) + "return nil\n}\n" +
			handles("jwt.New(jwt.SigningMethodHS256).SignedString([]byte(fmt.Sprint(isKnown(env()))))")
	}},
	{"encodings", func() string { // 4,000 of them by one error
		return handles("t, _ := jwt.New(jwt.SigningMethodHS256).SignedString([]byte(env()))\n" +
			"b, err := json.Marshal(t)\n" + repeat(4000, func(i int) string {
			return fmt.Sprintf("if b, err = json.Marshal(t); err != nil { log.Printf(\"%d: %%v, %%d\", t, len(b)) }", i)
		}))
	}},
	{"conditions", func() string { // one fills and tests a struct 2,000 times, either way around
		const decls = "type settings struct{ Key string }\n\n" +
			"func fill(s *settings) error { s.Key = env(); return nil }"
		one := "fill(&c) != nil || c.Key == \"\""
		return signs(decls, "var c settings\nif "+one+strings.Repeat(" || "+one, 1000)+" { os.Exit(1) }\n"+
			"if "+nest(one+" || (", 1000, one, ")")+" { os.Exit(1) }\nkey := c.Key")
	}},
	{"logs", func() string {
		return handles("t, _ := jwt.New(jwt.SigningMethodHS256).SignedString([]byte(env()))\n" +
			repeat(3000, func(i int) string {
				return fmt.Sprintf("t = t + \"%d\"; log.Printf(\"%%s %d\", t)", i, i)
			}))
	}},
	{"cookies", func() string {
		return "func serve(w http.ResponseWriter, n int) {\nt, _ := jwt.New(jwt.SigningMethodHS256).SignedString([]byte(env()))\nc := &http.Cookie{Name: \"session\"}\n" +
			repeat(2000, func(i int) string {
				return fmt.Sprintf("if n == %d { c.Value = t; c.Secure = n > %d; c.Path += \"/\"; http.SetCookie(w, c) }", i, i)
			}) + "}\n" + handles("")
	}},
}

// program is one of them.
type program struct {
	name string
	text func() string
}

// folder returns the folder of the program's package.
func (p program) folder() string { return strings.ReplaceAll(p.name, " ", "") }

// signs returns the text of a package with declarations and a function that signs with
// what statements leave in key.
func signs(declarations, statements string) string {
	return declarations + "\n" +
		handles(statements+"\njwt.New(jwt.SigningMethodHS256).SignedString([]byte(key))")
}

// handles returns the text of a function with statements.
func handles(statements string) string { return "func use(n int) {\n" + statements + "\n}\n" }

// blocks returns a writer of blocks as image/gif has it: how long a slice is stands in the bytes that
// writing it gives to the writer again.
func blocks() string {
	return signs(`type encoder struct {
	w   interface{ Write([]byte) (int, error) }
	buf [256]byte
}

func (e *encoder) write(p []byte) { e.w.Write(p) }

type block struct{ e *encoder }

func (b block) put(c byte) { b.e.buf[b.e.buf[0]] = c }

func (b block) Write(data []byte) (int, error) {
	for _, c := range data {
		b.put(c)
	}
	return len(data), nil
}

func (b block) close() {
	n := uint(b.e.buf[0])
	b.e.write(b.e.buf[:n+2])
}`, `b := block{&encoder{w: os.Stdout}}
	b.close()
	key := b.e.buf[:3]`)
}

// header is what every program begins with.
const header = `package p

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

var (
	_ = sql.ErrNoRows
	_ = json.Valid
	_ = errors.New
	_ = fmt.Sprint
	_ = log.Print
	_ = http.SetCookie
	_ = strings.ToLower
	_ = time.Now
	_ = jwt.New
)

func env() string { return os.Getenv("JWT_SECRET") }

`

func nest(open string, n int, inside, end string) string {
	return strings.Repeat(open, n) + inside + strings.Repeat(end, n)
}

func repeat(n int, line func(i int) string) string {
	var out strings.Builder
	for i := range n {
		out.WriteString(line(i))
		out.WriteByte('\n')
	}
	return out.String()
}
