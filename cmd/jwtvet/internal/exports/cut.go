package exports

import (
	"bytes"
	"encoding/binary"
)

// The export data of a package, as Go compilers from go1.24 on write it, is a table of elements in
// sections. The first element of the metadata, the public root, lists the objects that a reader
// is to declare; it reads what these refer to as well, and nothing else:
//
//	version flags, where sections end, where elements end, elements, fingerprint
//	public root: references, package, number of objects, (reference to the object, 0)...
//	name:        references, package, name, kind of object
//
// What only the compiler reads has sections of its own.
const (
	sectionString = 0
	sectionMeta   = 1
	sectionName   = 4
	sectionObj    = 6
	sectionObjExt = 7 // for the compiler
	sectionBody   = 9 // for the compiler
	sections      = 10
)

// The versions of the format that are understood: the first with flags, and the last.
const firstVersion, lastVersion = 1, 2

// Kinds of objects.
const (
	kindAlias = 0
	kindConst = 1
	kindType  = 2
)

// cut writes the archive of a package into space without what is for the compiler, and with a list
// of those objects that keep wants. ok is false where the data is not understood.
func cut(space, archive []byte, keep func(name []byte, kind int) bool) (out []byte, ok bool) {
	at := bytes.Index(archive, header)
	if at < 0 {
		return nil, false
	}
	at += len(header)
	t, ok := newTable(archive[at:])
	if !ok || !t.list(keep) {
		return nil, false
	}
	out = t.write(append(space, archive[:at]...))
	setSize(out)
	return out, true
}

// list shortens the list of objects, in place. Those of other packages are left out: they are
// read where they are referred to, or with their package. The first by name of the package itself
// is kept for certain: it says in which folder the package is.
func (t *table) list(keep func(name []byte, kind int) bool) bool {
	root := t.element(sectionMeta, 0)
	refs := root.references(nil)
	pkg := root.reference(refs)
	if t.version < 2 {
		root.number() // whether it has an init function
	}
	start := root.at
	n := root.number()
	entries := make([]byte, 0, len(root.data))
	kept, first, left := 0, []byte(nil), []byte(nil)
	for range n {
		from := root.at
		o, ok := t.object(&root, refs)
		if !ok {
			return false
		} else if o.pkg != pkg {
			continue
		}
		entry, keeps := root.data[from:root.at], keep(o.name, o.kind)
		if first == nil || bytes.Compare(o.name, first) < 0 {
			if first, left = o.name, nil; !keeps {
				left = entry
			}
		}
		if keeps {
			entries, kept = append(entries, entry...), kept+1
		}
	}
	if root.bad {
		return false
	}
	if left != nil {
		entries, kept = append(entries, left...), kept+1
	}
	list := binary.AppendUvarint(root.data[:start], uint64(kept))
	copy(root.data[len(list):], entries) // what follows is not read
	return true
}

// object is an object of the list.
type object struct {
	pkg  reference
	name []byte
	kind int
}

// object reads an object of the list.
func (t *table) object(root *element, refs []reference) (o object, ok bool) {
	if t.version < 2 {
		root.number() // whether it is an instance
	}
	ref, arguments := root.reference(refs), root.number()
	if root.bad || ref.section != sectionObj || arguments != 0 {
		return o, false
	}
	var space [4]reference
	e := t.element(sectionName, ref.element)
	own := e.references(space[:0])
	o.pkg = e.reference(own)
	text := e.reference(own)
	o.kind = e.number()
	if e.bad || text.section != sectionString {
		return o, false
	}
	name := t.element(sectionString, text.element)
	o.name = name.data
	return o, !name.bad
}

// write appends the table without the sections that are the compiler's.
func (t *table) write(out []byte) []byte {
	var gone, less uint32 // elements, bytes
	out = append(out, t.head...)
	for s := range sections {
		if s == sectionObjExt || s == sectionBody {
			gone += t.sectionEnds[s] - t.sectionStart(s)
		}
		out = binary.LittleEndian.AppendUint32(out, t.sectionEnds[s]-gone)
	}
	for s := range sections {
		from, to := t.sectionStart(s), t.sectionEnds[s]
		if s == sectionObjExt || s == sectionBody {
			less += t.start(to) - t.start(from)
			continue
		}
		for i := from; i < to; i++ {
			out = binary.LittleEndian.AppendUint32(out, t.start(i+1)-less)
		}
	}
	ext := t.sectionStart(sectionObjExt)
	out = append(out, t.data[:t.start(ext)]...)
	out = append(out,
		t.data[t.start(t.sectionEnds[sectionObjExt]):t.start(t.sectionStart(sectionBody))]...)
	return append(out, t.data[t.start(t.sectionEnds[sectionBody]):]...)
}
