package open

import (
	"context"
	"log"
	"net/http"
	"strings"

	"connectrpc.com/connect"
	"github.com/cloudwego/hertz/pkg/app"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gofiber/fiber/v2"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

// Revocations is implemented elsewhere.
type Revocations interface {
	IsRevoked(ctx context.Context, jti string) (bool, error)
	Lookup(ctx context.Context, key string) (string, error)
}

type server struct {
	revocations Revocations
	key         []byte
}

func bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

func (s *server) middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, err := parse(bearer(r), s.key)
		if err != nil {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		revoked, err := s.revocations.IsRevoked(r.Context(), c.ID) // want revocation-open
		if err == nil && revoked {
			http.Error(w, "revoked", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func routes(s *server, key http.Handler) http.Handler {
	r := chi.NewRouter()
	r.Use(s.middleware)
	m := mux.NewRouter()
	m.Use(s.closedMiddleware)
	m.Handle("/", key)
	r.Handle("/", m)
	return r
}

func (s *server) gin() gin.HandlerFunc {
	return func(c *gin.Context) {
		token := c.GetHeader("Authorization")
		if val, err := s.revocations.Lookup(c, "blacklist:"+token); err == nil && val != "" { // want revocation-open
			c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "revoked"})
			return
		}
		c.Next()
	}
}

func (s *server) echo(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		jti := c.Request().Header.Get("X-Token-ID")
		revoked, err := s.revocations.IsRevoked(c.Request().Context(), jti) // want revocation-open
		if err != nil {
			log.Print(err)
		}
		if revoked {
			return echo.NewHTTPError(http.StatusUnauthorized)
		}
		return next(c)
	}
}

func (s *server) fiber(c *fiber.Ctx) error {
	token := c.Get("Authorization")
	if revoked, _ := s.revocations.IsRevoked(c.Context(), token); revoked { // want revocation-open
		return c.Status(fiber.StatusUnauthorized).JSON(fiber.Map{"error": "revoked"})
	}
	return c.Next()
}

func (s *server) hertz(ctx context.Context, c *app.RequestContext) {
	token := string(c.GetHeader("Authorization"))
	revoked, err := s.revocations.IsRevoked(ctx, token) // want revocation-open
	if err == nil && revoked {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next(ctx)
}

func (s *server) grpc(ctx context.Context, req any, _ *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	md, _ := metadata.FromIncomingContext(ctx)
	tokens := md.Get("authorization")
	if len(tokens) == 0 {
		return nil, status.Error(codes.Unauthenticated, "no token")
	}
	token := tokens[0]
	revoked, err := s.revocations.IsRevoked(ctx, token) // want revocation-open
	if err == nil && revoked {
		return nil, status.Error(codes.Unauthenticated, "revoked")
	}
	return handler(ctx, req)
}

func (s *server) connect(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		token := req.Header().Get("Authorization")
		revoked, err := s.revocations.IsRevoked(ctx, token) // want revocation-open
		if err == nil && revoked {
			return nil, connect.NewError(connect.CodeUnauthenticated, errRevoked)
		}
		return next(ctx, req)
	}
}

// What is logged first is passed on all the same.
func (s *server) logged(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		token := c.Request().Header.Get("Authorization")
		revoked, err := s.revocations.IsRevoked(c.Request().Context(), token) // want revocation-open
		if err != nil {
			log.Print(err)
			return next(c)
		}
		if revoked {
			return echo.NewHTTPError(http.StatusUnauthorized)
		}
		return next(c)
	}
}

func (s *server) claims(ctx context.Context, raw string) (*claims, error) {
	c, err := parse(raw, s.key)
	if err != nil {
		return nil, err
	}
	revoked, err := s.revocations.IsRevoked(ctx, c.ID) // want revocation-open
	if err != nil {
		log.Print(err)
		return c, nil
	}
	if revoked {
		return nil, errRevoked
	}
	return c, nil
}

// The token is a member of a request.

type request struct{ RefreshToken string }

type answer struct {
	Valid bool
	User  string
}

func (s *server) renew(ctx context.Context, req *request) (*answer, error) {
	revoked, _ := s.revocations.IsRevoked(ctx, req.RefreshToken) // want revocation-open
	if revoked {
		return nil, status.Error(codes.Unauthenticated, "revoked")
	}
	c, err := parse(req.RefreshToken, s.key)
	if err != nil {
		return nil, err
	}
	return &answer{Valid: true, User: c.User}, nil
}

// Near misses.

func (s *server) strict(ctx context.Context, raw string, strict bool) (*claims, error) {
	c, err := parse(raw, s.key)
	if err != nil {
		return nil, err
	}
	revoked, err := s.revocations.IsRevoked(ctx, c.ID)
	if err != nil {
		if strict {
			return nil, err
		}
		return c, nil
	}
	if revoked {
		return nil, errRevoked
	}
	return c, nil
}

func (s *server) closedMiddleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		revoked, err := s.revocations.IsRevoked(r.Context(), bearer(r))
		if err != nil {
			http.Error(w, "try again", http.StatusServiceUnavailable)
			return
		}
		if revoked {
			http.Error(w, "revoked", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *server) closedFiber(c *fiber.Ctx) error {
	token := c.Get("Authorization")
	if revoked, err := s.revocations.IsRevoked(c.Context(), token); err != nil || revoked {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}

// A guest is served, too: the token decides nothing here.
func (s *server) guests(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if revoked, err := s.revocations.IsRevoked(r.Context(), bearer(r)); err == nil && revoked {
			r.Header.Del("Authorization")
			next.ServeHTTP(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}
