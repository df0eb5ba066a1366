// Command tool prints a token for its user, who asked for it.
package main

import (
	"flag"
	"fmt"
	"net/http"
	"os"
)

type access struct{ Token string }

func main() {
	show := flag.Bool("show-token", false, "print the token")
	flag.Parse()
	a := access{os.Getenv("TOOL_ACCESS")}
	if *show {
		fmt.Println(a.Token)
		fmt.Printf("%+v\n", a)
		return
	}
	req, _ := http.NewRequest(http.MethodGet, "https://tower.example.com/me", nil)
	req.Header.Set("Authorization", "Bearer "+a.Token)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(res.Status)
}
