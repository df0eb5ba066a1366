package facts

import "encoding/binary"

// Facts are written by package gob, as a list that is cut into messages, with their length before
// them. A message ends behind each description of a type:
//
//	-type, description                         // as often as there are types in the list
//	type, 0, number of facts, facts
//	fact: 1 path 1 object 1 value 0            // 1 path 2 value 0 for one about the package
//	value: name of its type, type, length, ... // the first of a type: -type, description before
//
// Values are not decoded here.

// filter returns a list of facts without those that keep does not want. What is not
// understood is returned as it is.
func filter(data []byte, keep func(path, object string) bool) []byte {
	f := filtered{in: reader{rest: data}}
	var id uint64
	for id = f.next(); id&1 == 1; id = f.next() { // it is negative
		f.out = append(f.out, f.whole)
	}
	if f.message.uint() != 0 || f.in.bad {
		return data
	}
	head, first := append(appendUint(nil, id), 0), len(f.out)
	n, kept := f.message.uint(), uint64(0)
	f.from = f.message.rest
	for range n {
		path, object, describes := f.fact()
		if f.in.bad || f.message.bad {
			return data
		}
		if describes || keep(path, object) {
			f.take()
			kept++
		} else {
			f.from = f.message.rest
		}
	}
	if len(f.message.rest) > 0 || len(f.in.rest) > 0 {
		return data
	}
	f.out = append(f.out, f.part)
	f.out[first] = append(appendUint(head, kept), f.out[first]...)
	var all []byte
	for _, message := range f.out {
		all = append(appendUint(all, uint64(len(message))), message...)
	}
	return all
}

// filtered is a list of facts while it is read.
type filtered struct {
	in      reader // messages
	whole   []byte // the message that is read
	message reader // what is left of it
	from    []byte // what of it has not been taken, nor left out

	part []byte   // of a message to write
	out  [][]byte // messages to write
}

// next begins to read a message and returns its first number.
func (f *filtered) next() uint64 {
	f.whole = f.in.bytes(f.in.uint())
	f.message = reader{rest: f.whole}
	f.from = f.whole
	return f.message.uint()
}

// take takes what has been read of the message.
func (f *filtered) take() {
	f.part = append(f.part, f.from[:len(f.from)-len(f.message.rest)]...)
	f.from = f.message.rest
}

// fact reads a fact and returns what it is about. One before which types are described cannot be
// left out: those that follow are written with them. It is taken up to the last description.
func (f *filtered) fact() (path, object string, describes bool) {
	for field := uint64(0); ; {
		delta := f.message.uint()
		if delta == 0 || f.in.bad || f.message.bad {
			return path, object, describes
		}
		switch field += delta; field {
		case 1:
			path = string(f.message.bytes(f.message.uint()))
		case 2:
			object = string(f.message.bytes(f.message.uint()))
		case 3:
			f.message.bytes(f.message.uint()) // the name of its type
			for f.message.uint()&1 == 1 && !f.in.bad {
				describes = true
				f.message.rest = nil
				f.take()
				f.out, f.part = append(f.out, f.part), nil
				f.whole = f.in.bytes(f.in.uint())
				f.message, f.from = reader{rest: f.whole}, f.whole
			}
			f.message.bytes(f.message.uint())
		default:
			f.message.bad = true
		}
	}
}

// reader reads values of gob.
type reader struct {
	rest []byte
	bad  bool // it ended too early
}

// bytes reads n bytes.
func (r *reader) bytes(n uint64) []byte {
	if r.bad || n > uint64(len(r.rest)) {
		r.bad = true
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

// uint reads a number: one byte below 128, or else the negative of how many bytes follow.
func (r *reader) uint() uint64 {
	b := r.bytes(1)
	if r.bad {
		return 0
	} else if b[0] < 128 {
		return uint64(b[0])
	}
	size := 256 - int(b[0])
	if size > 8 {
		r.bad = true
		return 0
	}
	var full [8]byte
	copy(full[8-size:], r.bytes(uint64(size)))
	return binary.BigEndian.Uint64(full[:])
}

// appendUint appends a number as [reader.uint] reads it.
func appendUint(b []byte, n uint64) []byte {
	if n < 128 {
		return append(b, byte(n))
	}
	var full [8]byte
	binary.BigEndian.PutUint64(full[:], n)
	i := 0
	for full[i] == 0 {
		i++
	}
	return append(append(b, byte(256-(8-i))), full[i:]...)
}
