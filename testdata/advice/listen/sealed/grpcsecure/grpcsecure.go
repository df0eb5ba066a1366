// Command grpcsecure has gRPC encrypt.
package main

import (
	"log"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"

	"example.com/testdata/advice/listen/auth"
)

func main() {
	if err := auth.Load(); err != nil {
		log.Fatal(err)
	}
	creds, err := credentials.NewServerTLSFromFile("cert.pem", "key.pem")
	if err != nil {
		log.Fatal(err)
	}
	l, err := net.Listen("tcp", ":50051")
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(grpc.NewServer(grpc.Creds(creds)).Serve(l))
}
