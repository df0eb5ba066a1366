package enforce

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/render"
	"github.com/gofiber/fiber/v3"
	"github.com/labstack/echo/v4"

	"example.com/testdata/verify/enforce/respond"
)

func refuse(w http.ResponseWriter, text string) {
	w.Header().Set("WWW-Authenticate", "Bearer")
	w.WriteHeader(http.StatusUnauthorized)
	fmt.Fprintln(w, text)
}

func answer(w http.ResponseWriter, code int, text string) {
	if text == "" {
		text = http.StatusText(code)
	}
	http.Error(w, text, code)
}

func (a *app) deny(w http.ResponseWriter) { answer(w, http.StatusForbidden, "") }

type app struct {
	key  []byte
	next http.Handler
}

func helper(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			refuse(w, "no") // want unenforced-auth "a return is missing"
		}
		next.ServeHTTP(w, r)
	})
}

func helperStatus(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			answer(w, http.StatusUnauthorized, err.Error()) // want unenforced-auth "a return is missing"
		}
		next.ServeHTTP(w, r)
	})
}

func (a *app) helperMethod(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			a.deny(w) // want unenforced-auth "a return is missing"
		}
		next.ServeHTTP(w, r)
	})
}

func helperLocal(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		deny := func(text string) { http.Error(w, text, http.StatusUnauthorized) }
		raw := r.Header.Get("X-Token")
		if raw == "" {
			deny("no token")
			return
		}
		if err := check(raw); err != nil {
			deny("bad token") // want unenforced-auth "a return is missing"
		}
		next.ServeHTTP(w, r)
	})
}

func helperAcross(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			respond.Unauthorized(w, "no") // want unenforced-auth "a return is missing"
		}
		next.ServeHTTP(w, r)
	})
}

func helperAcrossStatus(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			_ = respond.JSON(w, http.StatusForbidden, nil) // want unenforced-auth "a return is missing"
		}
		next.ServeHTTP(w, r)
	})
}

func helperGin() gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := check(c.GetHeader("X-Token")); err != nil {
			respond.Fail(c, http.StatusUnauthorized, "no") // want unenforced-auth "nothing calls Abort"
			return
		}
		c.Next()
	}
}

func unauthorized(c fiber.Ctx) error {
	return c.Status(fiber.StatusUnauthorized).JSON(fiber.Map{"error": "no"})
}

func helperFiber(c fiber.Ctx) error {
	if err := check(c.Get("X-Token")); err != nil {
		unauthorized(c) // want unenforced-auth "a return is missing"
	}
	return c.Next()
}

func chiRender(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			render.Status(r, http.StatusUnauthorized) // want unenforced-auth "a return is missing"
			render.JSON(w, r, "no")
		}
		next.ServeHTTP(w, r)
	})
}

// What follows is good.

func helperReturns(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			refuse(w, "no")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// the status of the answer is tested before the next handler
func codeTested(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		good := true
		if err := check(r.Header.Get("X-Token")); err != nil {
			refuse(w, "no")
			good = false
		}
		if good {
			next.ServeHTTP(w, r)
		}
	})
}

func codeSet(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var code int
		if err := check(r.Header.Get("X-Token")); err != nil {
			code = http.StatusUnauthorized
		}
		if code != 0 {
			http.Error(w, "no", code)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// the same error is looked at twice
func twice(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := check(r.Header.Get("X-Token"))
		if err != nil {
			refuse(w, "no")
		}
		if err == nil {
			next.ServeHTTP(w, r)
		}
	})
}

func deferred(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		failed := false
		defer func() {
			if failed {
				refuse(w, "no")
			}
		}()
		if err := check(r.Header.Get("X-Token")); err != nil {
			failed = true
			return
		}
		next.ServeHTTP(w, r)
	})
}

// the helper says whether it answered
func allowed(w http.ResponseWriter, r *http.Request) bool {
	if err := check(r.Header.Get("X-Token")); err != nil {
		refuse(w, "no")
		return false
	}
	return true
}

func asks(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !allowed(w, r) {
			return
		}
		next.ServeHTTP(w, r)
	})
}

func looksAt(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			if err := respond.JSON(w, http.StatusUnauthorized, nil); err == nil {
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

func panics(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			respond.Must(w, http.StatusUnauthorized)
		}
		next.ServeHTTP(w, r)
	})
}

func dies(w http.ResponseWriter) {
	w.WriteHeader(http.StatusUnauthorized)
	os.Exit(1)
}

func exits(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			dies(w)
		}
		next.ServeHTTP(w, r)
	})
}

func stops() gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := check(c.GetHeader("X-Token")); err != nil {
			respond.Stop(c, http.StatusUnauthorized, "no")
			return
		}
		c.Next()
	}
}

func halt(c *gin.Context) { c.Abort() }

func stopsBeside() gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := check(c.GetHeader("X-Token")); err != nil {
			c.JSON(http.StatusUnauthorized, gin.H{"error": "no"})
			halt(c)
			return
		}
		c.Next()
	}
}

func stopsBefore() gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := check(c.GetHeader("X-Token")); err != nil {
			halt(c)
			respond.Fail(c, http.StatusUnauthorized, "no")
			return
		}
		c.Next()
	}
}

// what it answers is not known
func problem(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			respond.Problem(w, err)
			log.Print(err)
		}
		next.ServeHTTP(w, r)
	})
}

func another(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			answer(w, http.StatusEarlyHints, "sign in")
		}
		next.ServeHTTP(w, r)
	})
}

func returnsEcho(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := check(c.Request().Header.Get("X-Token")); err != nil {
			return c.JSON(http.StatusUnauthorized, "no")
		}
		return next(c)
	}
}

// another handler shows the page of the refusal
func page(next, denied http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			denied.ServeHTTP(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}
