package settings

// This file reads YAML, and what manifests say of environment variables in it:
//
//	jwt: {secret: change-me}
//	environment:
//	  - JWT_SECRET=change-me  # as the entry environment.JWT_SECRET
//	env:
//	  - name: JWT_SECRET      # as the entry env.JWT_SECRET
//	    value: change-me

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// maxDepth is how many mappings and lists stand in one another: an alias can be part of itself.
const maxDepth = 64

func (r *reader) yaml() {
	lines := starts(r.data)
	for dec := yaml.NewDecoder(bytes.NewReader(r.data)); !r.full(); {
		var doc yaml.Node
		if dec.Decode(&doc) != nil {
			return
		}
		w := yamlWalk{r, lines, maxEntries}
		w.node("", &doc, 0)
	}
}

// yamlWalk walks over the nodes of one document.
type yamlWalk struct {
	*reader
	lines []int // offsets of the lines
	left  int   // nodes that are still looked at
}

func (w *yamlWalk) node(path string, n *yaml.Node, depth int) {
	if w.left--; w.left < 0 || depth > maxDepth {
		return
	}
	switch n.Kind {
	case yaml.DocumentNode:
		for _, c := range n.Content {
			w.node(path, c, depth+1)
		}
	case yaml.AliasNode:
		w.node(path, n.Alias, depth+1)
	case yaml.SequenceNode:
		for _, c := range n.Content {
			w.element(path, c, depth)
		}
	case yaml.MappingNode:
		w.mapping(path, n, depth)
	case yaml.ScalarNode:
		w.scalar(path, n.Value, n)
	}
}

func (w *yamlWalk) mapping(path string, n *yaml.Node, depth int) {
	var name, value *yaml.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, c := n.Content[i], n.Content[i+1]
		switch {
		case key.Kind != yaml.ScalarNode:
			continue
		case key.Tag == "!!merge":
			w.node(path, c, depth+1)
			continue
		case key.Value == "name" && c.Kind == yaml.ScalarNode:
			name = c
		case key.Value == "value" && c.Kind == yaml.ScalarNode:
			value = c
		}
		w.node(nested(path, key.Value), c, depth+1)
	}
	if name != nil && value != nil {
		w.scalar(nested(path, name.Value), value.Value, value)
	}
}

// element looks at one element of a list.
func (w *yamlWalk) element(path string, n *yaml.Node, depth int) {
	if name, text, ok := strings.Cut(n.Value, "="); ok && n.Kind == yaml.ScalarNode &&
		isVariable(name) {
		w.scalar(nested(path, name), text, n)
		return
	}
	w.node(path, n, depth+1)
}

// scalar adds a value. One that is anchored or tagged stands behind that.
func (w *yamlWalk) scalar(path, text string, n *yaml.Node) {
	if n.Tag == "!!null" || n.Line < 1 || n.Line > len(w.lines) {
		return
	}
	offset := w.lines[n.Line-1]
	for i := 1; i < n.Column && offset < len(w.data); i++ {
		_, size := utf8.DecodeRune(w.data[offset:])
		offset += size
	}
	line, _, _ := bytes.Cut(w.data[min(offset, len(w.data)):], []byte("\n"))
	if i := bytes.Index(line, []byte(text)); i > 0 && text != "" &&
		!strings.Contains(text, "\n") {
		offset, line = offset+i, line[i:]
	}
	size := len(text)
	if size > len(line) {
		size = len(bytes.TrimRight(line, "\r"))
	}
	w.add(path, text, offset, size)
}

// starts returns the offsets of the lines of a text.
func starts(data []byte) []int {
	out := []int{0}
	for i, b := range data {
		if b == '\n' {
			out = append(out, i+1)
		}
	}
	return out
}

// isVariable reports whether a name is one of an environment variable.
func isVariable(name string) bool {
	for i, c := range []byte(name) {
		letter := c == '_' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return name != ""
}
