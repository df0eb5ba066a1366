package display

// Settings are filled by another package.
type Settings struct {
	Name  string
	Key   string
	Extra string
}

// Masked returns what may be shown.
func (s Settings) Masked() Settings {
	s.Key, s.Extra = "***", "<hidden>"
	return s
}

// Filled returns what is used.
func (s Settings) Filled() Settings {
	if s.Extra == "" {
		s.Extra = "fill me" // want hardcoded-secret
	}
	return s
}

func (s *Settings) signBoth() error {
	if _, err := sign([]byte(s.Key)); err != nil {
		return err
	}
	_, err := sign([]byte(s.Extra))
	return err
}
