package progen

import (
	"strings"
)

// block writes statements that see what is defined.
func (w *writer) block(defined []variable) string {
	scope := len(w.vars)
	defer func() { w.vars = w.vars[:scope] }()
	w.vars = append(w.vars, defined...)
	var b strings.Builder
	for range 8 {
		if w.statements >= Statements || w.pick(8) == 0 {
			break
		}
		w.statements++
		b.WriteString(w.stmt())
	}
	return b.String()
}

// stmt writes a statement.
func (w *writer) stmt() string {
	if w.pick(6) == 1 {
		if s := w.several(); s != "" {
			return s
		}
	}
	form := statements[w.pick(len(statements))]
	for _, h := range hole.FindAllString(form, -1) {
		if kind, ok := strings.CutPrefix(h, "$var."); ok && w.variable(kind) == "" {
			return w.filled("_ = $"+kind+"\n", 1, &frame{})
		}
	}
	fr := &frame{}
	text := w.filled(form, 1, fr)
	if !fr.blocks {
		w.vars = append(w.vars, fr.defined...)
	}
	return text + "\n"
}

// several writes a call of a function that has no result or several ones; "" where there is none.
func (w *writer) several() string {
	var found []function
	for _, f := range w.funcs {
		if len(f.results) != 1 {
			found = append(found, f)
		}
	}
	if len(found) == 0 {
		return ""
	}
	f := found[w.pick(len(found))]
	call := w.call(f, 1) + "\n"
	if len(f.results) == 0 {
		return []string{"", "go ", "defer "}[w.pick(3)] + call
	}
	var left []string
	for _, kind := range f.results {
		v := variable{w.name("v"), kind}
		left, w.vars = append(left, v.name), append(w.vars, v)
	}
	return strings.Join(left, ", ") + " := " + call
}

// statements are the forms of statements.
var statements = []string{
	"_ = $str",
	"$def.str := $str",
	"$def.str := $str",
	"$def.bytes := $bytes",
	"$def.num := $num",
	"$def.dur := $dur",
	"$def.claims := $claims",
	"$def.tok := $tok",
	"$def.set := $set",
	"$def.fn := $fn",
	"$def.kf := $kf",
	"$def.list := $list",
	"$def.dict := $dict",
	"$def.any := $any",
	"$def.err := $err",
	"$def.keeper := $keeper",
	"$def.box := $box",
	"$def.time := $time",
	"$def.cookie := $cookie",
	"$var.str = $str",
	"$var.str += $str",
	"$var.bytes = $bytes",
	"$var.bytes = append($bytes, $bytes...)",
	"$var.num = $num",
	"$var.dur = $dur",
	"$var.claims = $claims",
	"$var.tok = $tok",
	"$var.set = $set",
	"$var.fn = $fn",
	"$var.kf = $kf",
	"$var.list = append($list, $str)",
	"$var.any = $any",
	"$var.err = $err",
	"$var.keeper = $keeper",
	"$var.str, $var.str = $str, $str",
	"$set.Secret = $str",
	"$set.Key = $bytes",
	"$set.Next = $set",
	"$set.Life = $dur",
	"$set.Make = $fn",
	"$set.Keep = $keeper",
	"$set.Names[$num] = $str",
	"*$set = Settings{Secret: $str, Next: $set}",
	"$dict[$str] = $str",
	"$claims[$lit] = $any",
	`$claims["exp"] = $num`,
	"$tok.Header[$lit] = $any",
	"$cookie.Value = $str",
	"$cookie.Secure = $bool",
	"$box.Val = $str",
	"$def.str, $def.err := $tok.SignedString($bytes)",
	"$def.str, $def.err := $tok.SignedString($any)",
	"$def.tok, $def.err := jwt.Parse($str, $kf)",
	"$def.tok, $def.err := jwt.Parse($str, $kf, jwt.WithValidMethods($list))",
	"$def.tok, $def.err := jwt.ParseWithClaims($str, &Claims{}, $kf)",
	"$def.tok, _, $def.err := jwt.NewParser().ParseUnverified($str, $claims)",
	"$def.tok, _ := jwt.ParseWithClaims($str, $claims, $kf, jwt.WithoutClaimsValidation())",
	"$def.claims, $def.bool := $tok.Claims.(jwt.MapClaims)",
	"$def.str, $def.bool := $dict[$str]",
	"$def.str, $def.bool := $any.(string)",
	"$def.str, $def.bool := os.LookupEnv($str)",
	"$def.bytes, $def.err := os.ReadFile($str)",
	"$def.bytes, _ := json.Marshal($any)",
	"$def.cookie, $def.err := $r.Cookie($str)",
	"if $bool {\n$block}",
	"if $bool {\n$block$return}",
	"if $bool {\n$block} else {\n$block}",
	"if $bool {\n$block} else if $bool {\n$return} else {\n$block}",
	"if $def.str, $def.bool := os.LookupEnv($lit); $same {\n$block}",
	"if $def.err := json.Unmarshal($bytes, $set); $same != nil {\n$block}",
	"for $def.num := 0; $num < $num; $same++ {\n$block}",
	"for $def.num := range $num {\n$block}",
	"for $bool {\n$block}",
	"for _, $def.str := range $list {\n$block}",
	"for $def.str, $def.str := range $dict {\n$block}",
	"for $def.str, $def.any := range $claims {\n$block}",
	"for $def.str := range Each($list) {\n$block}",
	"Loop$n:\nfor $bool {\n$block\nif $bool {\ncontinue Loop$n\n}\n$block\nbreak Loop$n\n}",
	"Back$n:\nif $bool {\n$block\ngoto Back$n\n}",
	"if $bool {\ngoto Out$n\n}\n{\n$block}\nOut$n:\n_ = $str",
	"switch $str {\ncase \"a\", \"b\":\n$block\nfallthrough\n" +
		"case \"c\":\n$block\ndefault:\n$block}",
	"switch {\ncase $bool:\n$block\ncase $bool:\n$return\n}",
	"switch got$n := $any.(type) {\ncase string:\n_ = got$n\n$block\ncase error, nil:\n$block}",
	"select {\ncase $def.str := <-Chan($str):\n$block\ndefault:\n}",
	"defer func() {\n$body.none}()",
	"go func($def.str string) {\n$body.none}($str)",
	"var $now.fn func(string) string\n$same = func($def.str string) string {\n$body.str}",
	"$def.fn := $set.Find",
	"find$n := (*Settings).Find\n_ = find$n($set, $str)",
	"{\n$block}",
	"fmt.Println($any, $str)",
	"log.Printf(\"%s %v\", $str, $any)",
	"http.SetCookie($w, $cookie)",
	"http.Error($w, $str, $num)",
	"fmt.Fprintf($w, \"%s\", $str)",
	"json.NewEncoder($w).Encode($any)",
	"$w.Header().Set(\"Set-Cookie\", $str)",
	"http.HandleFunc($str, $handler)",
	"http.ListenAndServe($str, nil)",
	"copy($bytes, $bytes)",
	"delete($dict, $str)",
	"if $err != nil {\n$return}",
	"if $str == \"\" {\nlog.Fatal($err)\n}",
	"if len($bytes) < $num {\npanic($err)\n}",
	"$return",
}
