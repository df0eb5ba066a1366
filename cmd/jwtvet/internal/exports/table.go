package exports

import "encoding/binary"

// table is the table of elements.
type table struct {
	head        []byte // version and flags
	version     uint32
	sectionEnds [sections]uint32 // numbers of elements
	ends        []byte           // of elements, four bytes each
	data        []byte           // of elements, and what follows
}

// newTable finds the parts of a table, and returns false where it has not the form that is known.
func newTable(data []byte) (t table, ok bool) {
	const fixed = 8 + 4*sections
	if len(data) < fixed {
		return t, false
	}
	t.head, t.version = data[:8], binary.LittleEndian.Uint32(data)
	flags := binary.LittleEndian.Uint32(data[4:])
	if t.version < firstVersion || t.version > lastVersion || flags != 0 {
		return t, false
	}
	for s := range sections {
		t.sectionEnds[s] = binary.LittleEndian.Uint32(data[8+4*s:])
		if t.sectionEnds[s] < t.sectionStart(s) {
			return t, false
		}
	}
	n := 4 * uint64(t.sectionEnds[sections-1])
	if n > uint64(len(data)-fixed) {
		return t, false
	}
	t.ends, t.data = data[fixed:fixed+n], data[fixed+n:]
	last := uint32(0)
	for i := range uint32(n / 4) {
		end := t.start(i + 1)
		if end < last || uint64(end) > uint64(len(t.data)) {
			return t, false
		}
		last = end
	}
	return t, true
}

// sectionStart returns the number of the first element of a section.
func (t *table) sectionStart(section int) uint32 {
	if section == 0 {
		return 0
	}
	return t.sectionEnds[section-1]
}

// start returns where an element begins, which is where the one before it ends.
func (t *table) start(i uint32) uint32 {
	if i == 0 {
		return 0
	}
	return binary.LittleEndian.Uint32(t.ends[4*i-4:])
}

// element returns an element of a section.
func (t *table) element(section, number int) element {
	i := uint64(t.sectionStart(section)) + uint64(number)
	if i >= uint64(t.sectionEnds[section]) {
		return element{bad: true}
	}
	return element{data: t.data[t.start(uint32(i)):t.start(uint32(i+1))]}
}

// element is an element that is read from the beginning.
type element struct {
	data []byte
	at   int
	bad  bool // it ended too early
}

// number reads a number that is not negative, 0 where there is none.
func (e *element) number() int {
	const most = 1 << 30
	n, size := uint64(0), 0
	if !e.bad {
		n, size = binary.Uvarint(e.data[e.at:])
	}
	if size <= 0 || n > most {
		e.bad = true
		return 0
	}
	e.at += size
	return int(n)
}

// reference is what an element says of another one.
type reference struct{ section, element int }

// references reads the references with which an element begins, into space if there is enough.
func (e *element) references(space []reference) []reference {
	n := e.number()
	for range n {
		if e.bad {
			return nil
		}
		space = append(space, reference{e.number(), e.number()})
	}
	return space
}

// reference reads the number of a reference, and returns that.
func (e *element) reference(refs []reference) reference {
	i := e.number()
	if e.bad || i >= len(refs) {
		e.bad = true
		return reference{}
	}
	return refs[i]
}
