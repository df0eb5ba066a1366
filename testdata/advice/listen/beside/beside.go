// Command beside has listeners for operators beside the one that tokens are sent to.
package main

import (
	"expvar"
	"fmt"
	"log"
	"net"
	"net/http"
	_ "net/http/pprof"

	"github.com/labstack/echo/v4"

	"example.com/testdata/advice/listen/auth"
	"example.com/testdata/advice/listen/prometheus"
)

func main() {
	go http.ListenAndServe(":6060", nil)
	go http.ListenAndServe(":9090", expvar.Handler())
	metrics := http.Server{Addr: ":9091", Handler: expvar.Handler()}
	go metrics.ListenAndServe()
	go watched()
	go mixed()
	go metricsOf().Start(":9096")
	watch := metricsOf()
	go func() { log.Fatal(watch.Start(":9097")) }()
	go ports()
	go packaged()
	go (&metricsServer{&http.Server{Addr: ":9094", Handler: routes()}}).run()
	go (&apiServer{&http.Server{Addr: ":9095", Handler: routes()}}).run()
	log.Fatal(http.ListenAndServe(":8080", auth.Require(http.NotFoundHandler()))) // want plaintext-listener
}

// watched answers who watches the program.
func watched() error {
	mux := http.NewServeMux()
	mux.Handle("/metrics", expvar.Handler())
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	srv := &http.Server{Addr: ":9092", Handler: mux}
	return srv.ListenAndServe()
}

// packaged has a handler of a package that says what it is for.
func packaged() error {
	handler, err := prometheus.New()
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", fmt.Sprintf(":%d", 9099))
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: handler}
	later(func() error {
		err := srv.Serve(listener)
		return err
	})
	return nil
}

func later(do func() error) { go do() }

// mixed answers others, too.
func mixed() error {
	mux := http.NewServeMux()
	mux.Handle("/metrics", expvar.Handler())
	mux.Handle("/users/", auth.Require(http.NotFoundHandler()))
	srv := &http.Server{Addr: ":9093", Handler: mux}
	return srv.ListenAndServe() // want plaintext-listener
}

// metricsServer says by its name what it is for; what it answers is not seen.
type metricsServer struct{ http *http.Server }

func (s *metricsServer) run() error { return s.http.ListenAndServe() }

type apiServer struct{ http *http.Server }

func (s *apiServer) run() error { return s.http.ListenAndServe() } // want plaintext-listener

func routes() http.Handler { return auth.Require(http.NotFoundHandler()) }

// ports has a router whose name says nothing of who it is for.
func ports() error {
	watch := echo.New()
	watch.Any("/*", echo.WrapHandler(routes()))
	return watch.Start(":9098") // want plaintext-listener
}

// metricsOf returns a router of a framework whose paths are not looked at.
func metricsOf() *echo.Echo {
	e := echo.New()
	e.GET("/metrics", echo.WrapHandler(expvar.Handler()))
	return e
}
