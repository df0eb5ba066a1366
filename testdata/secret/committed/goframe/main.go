// Command goframe has its key in the file that the framework looks for.
package main

import (
	"context"

	"github.com/gogf/gf/v2/frame/g"
	"github.com/golang-jwt/jwt/v5"
)

func main() {
	ctx := context.Background()
	key := g.Cfg().MustGet(ctx, "jwt.secret").String()
	if key == "" {
		panic("no key")
	}
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(key))
	other, err := g.Cfg("ignored").Get(ctx, "jwt.secret")
	if err != nil || other.IsEmpty() {
		panic("no key")
	}
	jwt.New(jwt.SigningMethodHS256).SignedString(other.Bytes())
}
