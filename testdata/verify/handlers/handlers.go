// Package handlers reads the same header in several handlers: one that verifies says nothing of another.
package handlers

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

type api struct{ key []byte }

func (a *api) pick(*jwt.Token) (any, error) { return a.key, nil }

var methods = jwt.WithValidMethods([]string{"HS256"})

func read(raw string) string {
	c := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(raw, c); err != nil {
		return ""
	}
	return c["role"].(string)
}

// login verifies its token.
func (a *api) login(w http.ResponseWriter, r *http.Request) {
	token, err := jwt.Parse(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), a.pick, methods)
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	sub, _ := token.Claims.GetSubject()
	w.Write([]byte(sub))
}

// admin reads the same header, and nobody verifies it here.
func (a *api) admin(w http.ResponseWriter, r *http.Request) {
	c := jwt.MapClaims{}
	raw := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	if _, _, err := jwt.NewParser().ParseUnverified(raw, c); err != nil { // want unverified-token "role"
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	if c["role"] != "admin" {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (a *api) ginLogin(c *gin.Context) {
	if _, err := jwt.Parse(c.GetHeader("X-Gin-Token"), a.pick, methods); err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "no"})
		return
	}
	c.JSON(http.StatusOK, gin.H{"ok": true})
}

func (a *api) ginAdmin(c *gin.Context) {
	claims := jwt.MapClaims{}
	_, _, err := jwt.NewParser().ParseUnverified(c.GetHeader("X-Gin-Token"), claims) // want unverified-token "role"
	if err != nil || claims["role"] != "admin" {
		c.JSON(http.StatusForbidden, gin.H{"error": "no"})
		return
	}
	c.JSON(http.StatusOK, gin.H{"ok": true})
}

func routes(a *api, mux *http.ServeMux, r *gin.Engine) {
	mux.HandleFunc("POST /login", a.login)
	mux.HandleFunc("DELETE /users", a.admin)
	r.POST("/login", a.ginLogin)
	r.DELETE("/users", a.ginAdmin)
}
