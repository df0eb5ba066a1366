package open

import (
	"context"
	"errors"
	"net/http"

	"connectrpc.com/connect"
	"github.com/bradfitz/gomemcache/memcache"
	"github.com/cloudwego/hertz/pkg/app"
	"github.com/gin-gonic/gin"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

// Near misses for each router: what the store cannot say lets no token pass.

func (s *server) closedGin() gin.HandlerFunc {
	return func(c *gin.Context) {
		revoked, err := s.revocations.IsRevoked(c, c.GetHeader("Authorization"))
		if err != nil {
			c.AbortWithStatus(http.StatusServiceUnavailable)
			return
		}
		if revoked {
			c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "revoked"})
			return
		}
		c.Next()
	}
}

func (s *server) closedEcho(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		revoked, err := s.revocations.IsRevoked(c.Request().Context(), c.Request().Header.Get("X-Token-ID"))
		if err != nil {
			return err
		}
		if revoked {
			return echo.NewHTTPError(http.StatusUnauthorized)
		}
		return next(c)
	}
}

func (s *server) closedHertz(ctx context.Context, c *app.RequestContext) {
	revoked, err := s.revocations.IsRevoked(ctx, string(c.GetHeader("Authorization")))
	if err != nil || revoked {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next(ctx)
}

func (s *server) closedGrpc(ctx context.Context, req any, _ *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	md, _ := metadata.FromIncomingContext(ctx)
	tokens := md.Get("authorization")
	if len(tokens) == 0 {
		return nil, status.Error(codes.Unauthenticated, "no token")
	}
	switch revoked, err := s.revocations.IsRevoked(ctx, tokens[0]); {
	case err != nil:
		return nil, status.Error(codes.Unavailable, "try again")
	case revoked:
		return nil, status.Error(codes.Unauthenticated, "revoked")
	}
	return handler(ctx, req)
}

func (s *server) closedConnect(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		revoked, err := s.revocations.IsRevoked(ctx, req.Header().Get("Authorization"))
		if err != nil {
			return nil, connect.NewError(connect.CodeUnavailable, err)
		}
		if revoked {
			return nil, connect.NewError(connect.CodeUnauthenticated, errRevoked)
		}
		return next(ctx, req)
	}
}

// chi and gorilla take the middleware of net/http.
func (s *server) gorilla(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := mux.Vars(r)["token"]
		revoked, err := s.revocations.IsRevoked(r.Context(), token) // want revocation-open
		if err == nil && revoked {
			http.Error(w, "revoked", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Near misses for stores whose error says that there is none.

func (d *databases) memcacheClosed(token string) bool {
	_, err := d.mc.Get("revoked:" + token)
	return !errors.Is(err, memcache.ErrCacheMiss)
}

func (d *databases) sqlxClosed(token string) (bool, error) {
	var n int
	err := d.dbx.Get(&n, "SELECT count(*) FROM blacklist WHERE token = ?", token)
	return n > 0, err
}

func (d *databases) sqlxRefuses(token string) bool {
	var n int
	if err := d.dbx.Get(&n, "SELECT count(*) FROM blacklist WHERE token = ?", token); err != nil {
		return true
	}
	return n > 0
}

func (l *list) memberClosed(ctx context.Context, jti string) (bool, error) {
	return l.any.SIsMember(ctx, "blacklist", jti).Result()
}
