// Package across verifies in another package, as most programs do.
package across

import (
	"log"

	"example.com/testdata/leak/across/auth"

	"github.com/gin-gonic/gin"
)

func middleware(c *gin.Context, s *auth.Service) {
	token := c.Query("ticket") // want token-url "read from the URL query"
	if _, err := s.Verify(token); err != nil {
		log.Println("refused", token, err) // want token-log
	}
	field := &auth.Request{Value: c.GetHeader("X-Value")}
	log.Println("checking", field.Value) // want token-log
	log.Printf("checking %+v", *field)   // want token-log "field Value"
	s.Check(field)
}

// promised knows an interface of the other package only.
func promised(c *gin.Context, s auth.Tokens) {
	s.Verify(c.Query("ticket")) // want token-url
	access, err := s.Access("u")
	log.Println("granted", access, err) // want token-log
}

func login(c *gin.Context, s *auth.Service) {
	access, err := s.Access(c.PostForm("user"))
	log.Println("granted", access, err) // want token-log
	log.Println("to", auth.Name(c.Query("user")))
}
