package open

import "context"

// What is generated names lines of another file, which has more of them.

func (s *server) generated(ctx context.Context, raw string) (*claims, error) {
	c, err := parse(raw, s.key)
	if err != nil {
		return nil, err
	}
//line other.tmpl:90000
	revoked, err := s.revocations.IsRevoked(ctx, c.ID)
//line other.tmpl:90010
	if err != nil {
		// tokens pass while the store fails
		return c, nil
	}
	if revoked {
		return nil, errRevoked
	}
	return c, nil
}
