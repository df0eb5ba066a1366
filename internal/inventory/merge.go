package inventory

// Merge returns one entry for two of one place, false where they say different things. Of two that
// differ in what the tokens are for, or for one call in how long they live, the one that says it is
// taken.
func Merge(a, b Entry, oneCall bool) (Entry, bool) {
	if oneCall && a.Purpose == b.Purpose && same(withoutLife(a), withoutLife(b)) {
		if !b.saysLife() {
			return a, true
		} else if !a.saysLife() {
			return b, true
		}
	}
	named := a
	if named.Purpose == "" {
		named.Purpose = b.Purpose
	} else if b.Purpose == "" {
		b.Purpose = a.Purpose
	}
	return named, same(named, b)
}

// saysLife reports whether an entry says how long its token lives, or who decides it.
func (e Entry) saysLife() bool { return e.Life > 0 || e.LifeFrom != nil || len(e.Takes) > 0 }

func withoutLife(e Entry) Entry {
	e.Life, e.LifeFrom, e.Takes = 0, nil, nil
	return e
}

// same reports whether two entries have the same text.
func same(a, b Entry) bool {
	x, _ := a.Encode()
	y, err := b.Encode()
	return err == nil && x == y
}
