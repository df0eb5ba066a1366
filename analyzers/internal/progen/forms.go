package progen

// goTypes are the kinds of values and their types.
var goTypes = map[string]string{
	"str":     "string",
	"bytes":   "[]byte",
	"num":     "int",
	"bool":    "bool",
	"dur":     "time.Duration",
	"time":    "time.Time",
	"err":     "error",
	"any":     "any",
	"list":    "[]string",
	"dict":    "map[string]string",
	"fn":      "func(string) string",
	"set":     "*Settings",
	"libset":  "*lib.Settings",
	"keeper":  "Keeper",
	"box":     "*Box[string]",
	"claims":  "jwt.MapClaims",
	"tok":     "*jwt.Token",
	"kf":      "jwt.Keyfunc",
	"w":       "http.ResponseWriter",
	"r":       "*http.Request",
	"cookie":  "*http.Cookie",
	"handler": "http.HandlerFunc",
}

// valueKinds are the kinds of results and of variables of the package, allKinds those of
// parameters.
var (
	valueKinds = []string{"str", "bytes", "str", "claims", "kf", "set", "any", "fn", "dur", "tok",
		"num", "list", "dict", "cookie", "err", "bool"}
	allKinds = append([]string{"str", "bytes", "w", "r"}, valueKinds...)
)

// words are texts that mean something to a check.
var words = []string{"secret", "JWT_SECRET", "token", "exp", "Authorization", "Bearer ", "HS256",
	"none", "alg", "sub", "", "password", "changeme", "keys/private.pem", "localhost:8080",
	"b3f1c2d4e5a69788b3f1c2d4e5a69788", "session=%s; HttpOnly", "aud"}

// forms are the expressions of each kind. The first needs nothing else.
var forms = map[string][]string{
	"str": {
		`"local"`, "$lit", "os.Getenv($lit)", "$str + $str", "$str + $str + $str", "string($bytes)",
		`fmt.Sprintf("%s-%s", $str, $str)`, `fmt.Sprintf("%v %s", $any, $str)`, "fmt.Sprint($any)",
		`fmt.Sprintf("Bearer %s", fmt.Sprintf("%s%s", $str, $str))`, "strings.TrimSpace($str)",
		"strings.Join($list, $str)", "$list[$num]", "$dict[$str]", "$set.Secret", "$fn($str)",
		"$set.Make($str)", "$set.Find($str)", "$set.Next.Secret", "$set.Keep.Find($str)",
		"$keeper.Find($str)", "$cookie.Value", "$err.Error()", "strconv.Itoa($num)", "$tok.Raw",
		`$r.Header.Get("Authorization")`, "$r.URL.Query().Get($lit)", "$r.FormValue($str)",
		"base64.StdEncoding.EncodeToString($bytes)", "First($str, $str)", "Of($str).Get()",
		"$box.Val", "$box.Get()", "$any.(string)", "func() string {\n$body.str}()",
		`strings.TrimPrefix($str, "Bearer ")`, `strings.Split($str, ".")[$num]`, "Must($str, $err)",
		"Map($list, $fn)[0]", "(<-Chan($str))", "(Pair{$str, $str}).A", "[2]string{$str, $str}[1]",
	},
	"bytes": {
		`[]byte("local")`, "[]byte($str)", "[]byte($str + $str)", "$set.Key", "make([]byte, 32)",
		"append($bytes, $bytes...)", "append([]byte(nil), $str...)", "$bytes[:$num]", "$bytes[$num:]",
		"First($bytes, $bytes)", "func() []byte {\n$body.bytes}()", "Of($bytes).Get()",
		"[][]byte{$bytes, $bytes}[$num]", "[]byte(nil)",
	},
	"num": {
		"1", "60", "24", "len($str)", "$num + $num", "$num * 60", "min($num, $num)", "cap($bytes)",
		"int($time.Unix())", "int(($dur).Seconds())", "len($list)", "max($num, $num)", "int(($bytes)[0])",
		"func() int {\n$body.num}()", "strings.Index($str, $str)",
	},
	"bool": {
		"true", "$str == $str", `$str != ""`, "$err != nil", "$tok.Valid", "!($bool)",
		"$num < $num", "$bool && $bool", "$bool || $bool", "len($bytes) == 0", "$tok != nil",
		"$set.Debug",
		"strings.HasPrefix($str, $str)", "errors.Is($err, jwt.ErrTokenExpired)",
		`$claims["admin"] == true`, "$time.After($time)",
	},
	"dur": {
		"time.Hour", "24 * time.Hour", "time.Duration($num) * time.Minute", "$dur + $dur",
		"$set.Life", "$dur * 2", "time.Until($time)", "First($dur, $dur)",
	},
	"time": {
		"time.Now()", "$time.Add($dur)", "time.Unix(int64($num), 0)", "$time.AddDate(0, 0, $num)",
	},
	"err": {
		"error(nil)", "errors.New($str)", `fmt.Errorf("no: %w", $err)`,
		`fmt.Errorf("token %s", $str)`, "errors.Join($err, $err)", "$set.Check()",
		"error(jwt.ErrTokenExpired)",
	},
	"any": {
		"any(1)", "any($str)", "any($bytes)", "any($num)", "any($claims)", "$claims[$lit]",
		"any(map[string]any{$lit: $any})", "any($tok)", "any($set)", "any([]any{$any, $any})",
		"any($time.Unix())", "any($tok.Claims)", "any(struct{ Token string }{$str})", "any($fn)",
		"$tok.Header[$lit]", "First($any, $any)",
	},
	"list": {
		`[]string{"HS256"}`, "[]string{$str, $str}", "strings.Fields($str)", "append($list, $str)",
		"$set.Names", "$list[$num:]", "Map($list, $fn)", "$r.Header[$lit]", "make([]string, 3)",
	},
	"dict": {`(map[string]string{"a": "b"})`, `(map[string]string{"key": $str})`, "$set.Extra"},
	"fn": {
		"os.Getenv", "strings.TrimSpace", "func($def.str string) string {\n$body.str}", "$set.Find",
		"$set.Make", "$keeper.Find", "Curry($fn, $fn)", "First($fn, $fn)",
	},
	"set": {
		"new(Settings)", "(&Settings{Secret: $str, Key: $bytes})", "$set.Next", "Load($str)",
		"(&Settings{Make: $fn, Keep: $keeper, Next: $set})", "$set.Chain($set)",
		"[]*Settings{$set, $set}[$num]", "First($set, $set)",
	},
	"libset": {
		"new(lib.Settings)", "(&lib.Settings{Secret: $str, Key: $bytes})", "lib.Load($str)",
		"$libset.Next", "$libset.Chain($libset)",
	},
	"keeper": {"Keeper(Env{})", "Keeper($set)", "Keeper(Func($fn))", "$set.Keep"},
	"box":    {"new(Box[string])", "Of($str)", "(&Box[string]{Val: $str})", "First($box, $box)"},
	"claims": {
		"(jwt.MapClaims{})", `(jwt.MapClaims{"sub": $str, "exp": $num})`,
		`(jwt.MapClaims{"exp": $time.Unix(), "data": $any})`, "$tok.Claims.(jwt.MapClaims)",
		`(jwt.MapClaims{"password": $str, "exp": jwt.NewNumericDate($time)})`,
		"First($claims, $claims)",
	},
	"tok": {
		"new(jwt.Token)", "jwt.NewWithClaims(jwt.SigningMethodHS256, $claims)",
		"jwt.NewWithClaims(jwt.SigningMethodNone, $claims)", "jwt.New(jwt.GetSigningMethod($str))",
		"jwt.NewWithClaims(jwt.SigningMethodHS512, &Claims{User: $str})", "First($tok, $tok)",
		"Must(jwt.Parse($str, $kf))",
	},
	"kf": {
		"jwt.Keyfunc(nil)", "jwt.Keyfunc(func($def.tok *jwt.Token) (any, error) {\n$body.key})",
		"KeyOf($bytes)", "jwt.Keyfunc($set.KeyFor)", "First($kf, $kf)",
	},
	"w":      {"http.ResponseWriter(nil)"},
	"r":      {"new(http.Request)", "$r.WithContext($r.Context())"},
	"cookie": {"new(http.Cookie)", `(&http.Cookie{Name: "token", Value: $str, HttpOnly: $bool})`},
	"handler": {
		"http.HandlerFunc(nil)",
		"func($def.w http.ResponseWriter, $def.r *http.Request) {\n$body.none}",
	},
}
