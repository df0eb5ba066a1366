package panics

import (
	"context"
	"errors"
	"strings"

	"connectrpc.com/connect"
)

type ping struct{}

func use(string) {}

// Interceptors and handlers of connect read the headers of a request by methods.
func intercept(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		use(strings.Split(req.Header().Get("Authorization"), " ")[1]) // want header-panic
		return next(ctx, req)
	}
}

func streamed(conn connect.StreamingHandlerConn) {
	use(conn.RequestHeader().Get("Authorization")[7:]) // want header-panic
}

func handled(_ context.Context, req *connect.Request[ping]) (*connect.Response[ping], error) {
	header := req.Header().Get("Authorization")
	if len(header) < 8 {
		return nil, connect.NewError(connect.CodeUnauthenticated, errors.New("no token"))
	}
	use(header[7:])
	res := connect.NewResponse(&ping{})
	use(res.Header().Get("Authorization")[7:]) // what this service answers
	return res, nil
}
