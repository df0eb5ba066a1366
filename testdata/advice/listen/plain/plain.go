// Command plain listens in the ways of net/http, with what it verifies in a package of its own.
package main

import (
	"errors"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"example.com/testdata/advice/listen/auth"
)

func main() {
	if err := auth.Load(); err != nil {
		log.Fatal(err)
	}
	port := os.Getenv("PORT")
	mux := http.NewServeMux()
	mux.Handle("/", auth.Require(http.NotFoundHandler()))
	go func() { log.Fatal(http.ListenAndServe(":"+port, mux)) }() // want plaintext-listener "without TLS"
	literal(mux)
	later(mux)
	s := &server{http: &http.Server{Addr: ":8080", Handler: mux}}
	s.run()
	listener(mux)
	local(mux)
	socket(mux)
	chosen(mux)
	given(nil, mux)
}

func literal(h http.Handler) {
	srv := &http.Server{Addr: ":8080", Handler: h, ReadTimeout: time.Second}
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want plaintext-listener
		log.Fatal(err)
	}
}

func later(h http.Handler) {
	var srv http.Server
	srv.Addr = "0.0.0.0:" + os.Getenv("PORT")
	srv.Handler = h
	log.Fatal(srv.ListenAndServe()) // want plaintext-listener
}

type server struct{ http *http.Server }

func (s *server) run() {
	go func() {
		if err := s.http.ListenAndServe(); err != nil { // want plaintext-listener
			log.Print(err)
		}
	}()
}

func listener(h http.Handler) {
	l, err := net.Listen("tcp", ":8081")
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.Serve(l, h)) // want plaintext-listener
}

var admin = flag.String("admin", "127.0.0.1:6060", "where operators look")

// local listens where only the machine itself can send requests.
func local(h http.Handler) {
	go http.ListenAndServe("localhost:6060", h)
	go http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), h)
	go http.ListenAndServe("[::1]:8080", h)
	go http.ListenAndServe(*admin, h)
	srv := &http.Server{Addr: "localhost:8080", Handler: h}
	go srv.ListenAndServe()
	l, _ := net.Listen("tcp", "localhost:0")
	go http.Serve(l, h)
	go http.ListenAndServe(getenv("HOST", "localhost")+":"+getenv("PORT", "8080"), h)
	go http.ListenAndServe(fmt.Sprintf("%s:%s", getenv("HOST", "127.0.0.1"), os.Getenv("PORT")), h)
	go http.ListenAndServe(os.Getenv("HOST")+":8080", h) // want plaintext-listener
}

func getenv(name, otherwise string) string {
	if s := os.Getenv(name); s != "" {
		return s
	}
	return otherwise
}

// socket listens at a file.
func socket(h http.Handler) {
	l, err := net.Listen("unix", "/run/app.sock")
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.Serve(l, h))
}

// chosen listens at what its settings say, a file or an address.
func chosen(h http.Handler) {
	network, at, _ := strings.Cut(os.Getenv("LISTEN"), ":")
	if network == "unix" {
		l, _ := net.Listen(network, at)
		go http.Serve(l, h)
	}
}

// given does not know whether somebody encrypts what it is handed.
func given(l net.Listener, h http.Handler) { log.Fatal(http.Serve(l, h)) }
