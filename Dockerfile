# jwtvet with the Go that it needs to load packages: no shell, no C compiler, no git, and no root.
#
#	docker build -t jwtvet .
#	docker run --rm -v "$PWD:/src:ro" jwtvet ./...

FROM golang:1.26 AS build
WORKDIR /jwtvet
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags=-s -o /out/jwtvet ./cmd/jwtvet \
	&& rm -rf /usr/local/go/api /usr/local/go/doc /usr/local/go/misc /usr/local/go/test

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /usr/local/go /usr/local/go
COPY --from=build /out/jwtvet /usr/local/bin/jwtvet
ENV PATH=/usr/local/bin:/usr/local/go/bin \
	HOME=/home/nonroot GOPATH=/home/nonroot/go GOCACHE=/home/nonroot/.cache/go-build \
	CGO_ENABLED=0 GOTOOLCHAIN=local GOFLAGS=-buildvcs=false
WORKDIR /src
ENTRYPOINT ["/usr/local/bin/jwtvet"]
CMD ["./..."]
