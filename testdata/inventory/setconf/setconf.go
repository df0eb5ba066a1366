// Package setconf has the settings. Another package fills them.
package setconf

// Config has the key.
type Config struct{ TokenSecret string }
