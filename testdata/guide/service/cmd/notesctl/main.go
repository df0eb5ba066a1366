// Command notesctl makes keys, and is for the day on which something has gone wrong:
//
//	notesctl new-key 2026-11     a key for the secret store, with the id 2026-11
//	notesctl revoke-all          takes back all tokens: a key may have leaked
//	notesctl revoke-user NAME    takes back those of one user
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"

	"github.com/redis/go-redis/v9"

	"example.com/testdata/guide/service/internal/revocation"
	"example.com/testdata/guide/service/internal/security"
	"example.com/testdata/guide/service/internal/tokens"
)

func main() {
	if err := run(context.Background(), os.Stdout, os.Args[1:]...); err != nil {
		fmt.Fprintln(os.Stderr, "notesctl:", err)
		os.Exit(1)
	}
}

var errUsage = errors.New("usage: notesctl new-key ID | revoke-all | revoke-user NAME")

func run(ctx context.Context, out io.Writer, args ...string) error {
	switch {
	case len(args) == 2 && args[0] == "new-key":
		_, err := fmt.Fprintln(out, tokens.GenerateKey(args[1]))
		return err
	case len(args) == 1 && args[0] == "revoke-all":
		return revoke(ctx, "")
	case len(args) == 2 && args[0] == "revoke-user" && args[1] != "":
		return revoke(ctx, args[1])
	}
	return errUsage
}

// revoke takes back the tokens of a user, or all.
func revoke(ctx context.Context, user string) error {
	options, err := redis.ParseURL(os.Getenv("NOTES_REDIS"))
	if err != nil {
		return errors.New("NOTES_REDIS is no URL of a Redis") // the error would quote a password
	}
	rdb := redis.NewClient(options)
	defer rdb.Close()
	list, whose := revocation.New(rdb), user
	if user == "" {
		whose, err = "everybody", list.RevokeAll(ctx)
	} else {
		err = list.RevokeUser(ctx, user)
	}
	if err == nil {
		security.NewLog(slog.Default()).Revoked(ctx, whose)
	}
	return err
}
