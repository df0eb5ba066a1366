// Command mixed serves, and has commands that print a token for their user.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/cobra"
	"github.com/urfave/cli/v2"
)

func mint(user string) (string, error) {
	claims := jwt.RegisteredClaims{Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(secret)
}

var secret = []byte(os.Getenv("MIXED_SECRET"))

func token(cmd *cobra.Command, args []string) error {
	t, err := mint(args[0])
	if err != nil {
		return err
	}
	fmt.Println(t)
	fmt.Printf("the key is %s\n", secret) // want secret-log
	return nil
}

func login(w http.ResponseWriter, r *http.Request) {
	t, err := mint(r.FormValue("user"))
	if err != nil {
		return
	}
	log.Println("issued", t) // want token-log
	fmt.Fprint(w, t)
}

func main() {
	if len(secret) < 32 {
		log.Fatal("MIXED_SECRET must have 32 bytes")
	}
	root := &cobra.Command{Use: "mixed"}
	root.AddCommand(&cobra.Command{Use: "token", RunE: token})
	root.AddCommand(&cobra.Command{Use: "admin", Run: func(*cobra.Command, []string) {
		if t, err := mint("admin"); err == nil {
			fmt.Fprintln(os.Stdout, t)
		}
	}})
	root.AddCommand(&cobra.Command{Use: "serve", RunE: func(*cobra.Command, []string) error {
		if t, err := mint("first"); err == nil {
			fmt.Println("log in with", t) // want token-log
		}
		http.HandleFunc("POST /login", func(w http.ResponseWriter, r *http.Request) {
			if t, err := mint(r.FormValue("user")); err == nil {
				log.Println("issued", t) // want token-log
			}
		})
		http.HandleFunc("POST /again", login)
		return http.ListenAndServe("127.0.0.1:8080", nil)
	}})
	if len(os.Args) == 1 {
		app := &cli.App{Action: func(*cli.Context) error {
			t, err := mint("other")
			fmt.Println(t)
			return err
		}}
		app.Run(os.Args)
		return
	}
	root.Execute()
}
