package open

import (
	"context"
	"net/http"

	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/pkg/errors"
)

// The errors of other libraries refuse as those of the standard library do.

func (s *server) wrapped(ctx context.Context, raw string) (*claims, error) {
	revoked, err := s.revocations.IsRevoked(ctx, raw) // want revocation-open
	if err == nil && revoked {
		return nil, errors.New("revoked")
	}
	return parse(raw, s.key)
}

func (s *server) forEcho(ctx context.Context, raw string) (*claims, error) {
	revoked, _ := s.revocations.IsRevoked(ctx, raw) // want revocation-open
	if revoked {
		return nil, echo.NewHTTPError(http.StatusForbidden, "revoked")
	}
	return parse(raw, s.key)
}

func (s *server) forFiber(ctx context.Context, raw string) (*claims, error) {
	revoked, _ := s.revocations.IsRevoked(ctx, raw) // want revocation-open
	if revoked {
		return nil, fiber.NewError(fiber.StatusForbidden, "revoked")
	}
	return parse(raw, s.key)
}

// Near miss.

func (s *server) wrappedClosed(ctx context.Context, raw string) (*claims, error) {
	revoked, err := s.revocations.IsRevoked(ctx, raw)
	if err != nil {
		return nil, errors.Wrap(err, "revocations")
	}
	if revoked {
		return nil, errors.New("revoked")
	}
	return parse(raw, s.key)
}
