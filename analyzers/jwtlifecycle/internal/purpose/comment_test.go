package purpose

import "testing"

// TestMayDecide holds what comments in the branch of a failure are taken for.
func TestMayDecide(t *testing.T) {
	for text, want := range map[string]bool{
		"log the error":        false,
		"Log error":            false,
		"logging redis errors": false,
		"log":                  false,
		"Token not found in DB, could be a new one that was not stored": false,
		"Token not found":                     false,
		"something went wrong with the store": false,
		"1 if it is there":                    false,

		"":                true, // a directive
		"return nil, err": true, // code
		"Redis error":     true,
		"Log error but allow the request to continue":        true,
		"log the error and go on":                            true,
		"if the store is down, let the token pass":           true,
		"the list is optional":                               true,
		"best effort":                                        true,
		"do not lock everybody out when Redis is gone":       true,
		"treat this as not revoked":                          true,
		"shouldn't break the login":                          true,
		"We do not want to fail here":                        true,
		"en caso de error, no bloquear a los usuarios":       true,
		"kalau token not found, lolos saja":                  true,
		"出错时放行":                                              true,
		"si Redis est arrêté, the token passe":               true,
		"bei einem Fehler ist der Token gut":                 true,
		"falls der Speicher nicht antwortet, gilt das Token": true,
	} {
		if got := mayDecide(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
