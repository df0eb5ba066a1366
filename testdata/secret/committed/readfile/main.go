// Command readfile reads its settings itself.
package main

import (
	"encoding/json"
	"os"
	"path/filepath"

	"github.com/golang-jwt/jwt/v5"
	"gopkg.in/yaml.v3"
)

type config struct {
	JWTKey string `json:"jwt_key" yaml:"jwt_key" validate:"required"`
}

func main() {
	var c config
	data, _ := os.ReadFile(filepath.Join("conf", "app.json"))
	json.Unmarshal(data, &c)
	f, _ := os.Open("conf/app.yaml")
	yaml.NewDecoder(f).Decode(&c)
	ignored, _ := os.ReadFile("ignored.json")
	json.Unmarshal(ignored, &c)
	os.ReadFile("conf/notes.md")
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(c.JWTKey))
}
