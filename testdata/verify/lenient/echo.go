package lenient

import (
	"errors"
	"log"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
)

func remove(c echo.Context) error { return c.NoContent(http.StatusNoContent) }

func greet(c echo.Context) error {
	if t, ok := c.Get("user").(*jwt.Token); ok {
		sub, _ := t.Claims.GetSubject()
		return c.String(http.StatusOK, "hello "+sub)
	}
	return c.String(http.StatusOK, "hello")
}

func lookElsewhere(c echo.Context) error { return asked(c) }

func asked(c echo.Context) error { return c.String(http.StatusOK, c.Request().RemoteAddr) }

func onlyLogs(_ echo.Context, err error) error {
	log.Print(err)
	return nil
}

func echoRoutes(e *echo.Echo, key []byte) {
	private := e.Group("/private", echojwt.WithConfig(echojwt.Config{
		SigningKey: key, ErrorHandler: onlyLogs,
		ContinueOnIgnoredError: true, // want unenforced-auth "no handler behind"
	}))
	private.DELETE("/account/:id", remove)
	private.DELETE("/session", func(c echo.Context) error { return c.String(http.StatusOK, c.Param("id")) })

	e.DELETE("/other", remove, echojwt.WithConfig(echojwt.Config{
		SigningKey: key, ErrorHandler: onlyLogs,
		ContinueOnIgnoredError: true, // want unenforced-auth
	}))
}

// Near misses: handlers that know guests or are not seen, error handlers that refuse.
func echoGuests(e *echo.Echo, key []byte, other echo.HandlerFunc) {
	config := func(onError func(echo.Context, error) error) echo.MiddlewareFunc {
		return echojwt.WithConfig(echojwt.Config{SigningKey: key, ErrorHandler: onError, ContinueOnIgnoredError: true})
	}
	e.GET("/a", remove, config(onlyLogs)) // which handler it is for is not seen
	e.GET("/b", greet, echojwt.WithConfig(echojwt.Config{
		SigningKey: key, ErrorHandler: onlyLogs, ContinueOnIgnoredError: true,
	}))
	e.GET("/c", other, echojwt.WithConfig(echojwt.Config{
		SigningKey: key, ErrorHandler: onlyLogs, ContinueOnIgnoredError: true,
	}))
	e.GET("/d", lookElsewhere, echojwt.WithConfig(echojwt.Config{
		SigningKey: key, ErrorHandler: onlyLogs, ContinueOnIgnoredError: true,
	}))
	e.GET("/e", remove, echojwt.WithConfig(echojwt.Config{
		SigningKey: key, ContinueOnIgnoredError: true,
		ErrorHandler: func(echo.Context, error) error { return errors.New("no") },
	}))
	e.GET("/f", remove, echojwt.WithConfig(echojwt.Config{
		SigningKey: key, ContinueOnIgnoredError: true,
		ErrorHandler: func(c echo.Context, _ error) error { c.Set("guest", true); return nil },
	}))
	e.GET("/g", remove, echojwt.WithConfig(echojwt.Config{SigningKey: key, ErrorHandler: onlyLogs}))
	g := e.Group("/h", echojwt.WithConfig(echojwt.Config{
		SigningKey: key, ErrorHandler: onlyLogs, ContinueOnIgnoredError: true,
	}))
	g.Use(func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if c.Get("user") == nil {
				return echo.ErrUnauthorized
			}
			return next(c)
		}
	})
	g.GET("/i", remove)
}
