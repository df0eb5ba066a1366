package logs

import (
	"encoding/json"
	"log"
	"net/http"

	"go.uber.org/zap"
)

// What a token endpoint answered, as a map.

func answerOf(body []byte) (map[string]any, error) {
	answer := make(map[string]any)
	if err := json.Unmarshal(body, &answer); err != nil {
		return nil, err
	}
	return answer, nil
}

func exchanged(l *zap.Logger, body []byte, r *http.Request) {
	answer, err := answerOf(body)
	if err != nil {
		return
	}
	l.Debug("answered", zap.Any("token", answer)) // want token-log
	sendOn(r, answer)
}

func sendOn(r *http.Request, answer map[string]any) {
	r.Header.Set("Authorization", "Bearer "+answer["access_token"].(string))
}

// Near misses: the token is left out, another map, one of its other parts.

func carefully(l *zap.Logger, body []byte, r *http.Request) {
	parsed := map[string]any{}
	json.Unmarshal(body, &parsed)
	token, _ := parsed["access_token"].(string)
	delete(parsed, "access_token")
	log.Println("answered", parsed)
	r.Header.Set("Authorization", "Bearer "+token)
}

func otherMap(l *zap.Logger, body []byte) {
	parsed := map[string]any{}
	json.Unmarshal(body, &parsed)
	l.Debug("answered", zap.Any("user", parsed), zap.Any("scope", parsed["scope"]))
}

func partOf(body []byte) {
	answer, _ := answerOf(body)
	log.Println("lives for", answer["expires_in"], len(answer))
}
