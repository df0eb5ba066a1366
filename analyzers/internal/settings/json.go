package settings

// This file reads JSON:
//
//	{"jwt": {"secret": "change-me"}, "keys": ["a", "b"]}

import (
	"bytes"
	"encoding/json"
)

func (r *reader) json() {
	dec := json.NewDecoder(bytes.NewReader(r.data))
	dec.UseNumber()
	var open []frame
	for !r.full() {
		start := int(dec.InputOffset())
		token, err := dec.Token()
		if err != nil {
			return
		}
		end := int(dec.InputOffset())
		if d, ok := token.(json.Delim); ok {
			switch d {
			case '{', '[':
				if len(open) > maxDepth {
					return
				}
				open = append(open, frame{path(open), d == '{', false, ""})
				continue
			}
			open = open[:max(len(open)-1, 0)]
			settle(open)
			continue
		}
		if n := len(open); n > 0 && open[n-1].object && !open[n-1].named {
			open[n-1].name, _ = token.(string)
			open[n-1].named = true
			continue
		}
		r.jsonValue(path(open), token, start, end)
		settle(open)
	}
}

// frame is an object or a list that is read.
type frame struct {
	path   string
	object bool
	named  bool   // the name of a member has been read, its value has not
	name   string // of that member
}

// path returns the path of what comes next.
func path(open []frame) string {
	if len(open) == 0 {
		return ""
	}
	in := open[len(open)-1]
	if in.object {
		return nested(in.path, in.name)
	}
	return in.path
}

// settle notes that the value of a member has been read.
func settle(open []frame) {
	if n := len(open); n > 0 {
		open[n-1].named = false
	}
}

// jsonValue adds a value that ends at an offset. Before it, from start on, stand space, a colon or
// a comma.
func (r *reader) jsonValue(path string, token json.Token, start, end int) {
	text := ""
	switch v := token.(type) {
	case string:
		text = v
	case json.Number:
		text = v.String()
	default:
		return
	}
	raw := bytes.TrimLeft(r.data[start:end], " \t\r\n:,")
	r.add(path, text, end-len(raw), len(raw))
}
