package settings

// This file reads settings of what YAML or a driver has, with the line of what is wrong:
//
//	tests: true
//	disable: [jwtcookie, long-expiry]

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/jwtvet/jwtvet/internal/nearest"
)

// Error says in one line what is wrong with a setting.
type Error struct {
	Line int // in the document
	text string
}

// Error implements [error].
func (e *Error) Error() string { return e.text }

// wrong returns an error at a node.
func wrong(n *yaml.Node, format string, args ...any) error {
	return &Error{n.Line, fmt.Sprintf(format, args...)}
}

// From returns the settings that a value has which a driver has read, as the plugin for
// golangci-lint gets it. Nil stands for the defaults.
func From(conf any) (Settings, error) {
	var s Settings
	if conf == nil {
		return s, nil
	}
	var n yaml.Node
	if err := n.Encode(conf); err != nil {
		return s, fmt.Errorf("cannot read the settings: %w", err)
	}
	return s, s.Read(&n)
}

// Read sets what a document says. The error is an [*Error].
func (s *Settings) Read(n *yaml.Node) error {
	if n.Kind == yaml.DocumentNode && len(n.Content) == 1 {
		n = n.Content[0]
	}
	if isNull(n) {
		return nil
	}
	values, err := members(n, "the settings", Names())
	if err != nil {
		return err
	}
	for _, k := range Keys { // in their order, not in that of the document
		if v := values[k.Name]; v != nil {
			if err := k.set(s, v); err != nil {
				return err
			}
		}
	}
	return nil
}

// members returns the values of a mapping by their keys. A key that is not known, or stands there
// twice, is an error.
func members(n *yaml.Node, what string, known []string) (map[string]*yaml.Node, error) {
	if n.Kind != yaml.MappingNode {
		return nil, wrong(n, "%s must be keys with values, such as tests: true", what)
	}
	out := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch {
		case key.Kind != yaml.ScalarNode || !slices.Contains(known, key.Value):
			otherwise := "; the settings are " + strings.Join(known, ", ")
			return nil, wrong(key, "unknown setting %q%s", key.Value,
				nearest.Hint(key.Value, otherwise, known...))
		case out[key.Value] != nil:
			return nil, wrong(key, "%s is set twice", key.Value)
		}
		out[key.Value] = value
	}
	return out, nil
}

// set sets what a node says. Null is the default.
func (k *Key) set(s *Settings, n *yaml.Node) (err error) {
	switch at := k.field(s).(type) {
	case *bool:
		*at, err = k.bool(n)
	case *string:
		if *at = ""; !isNull(n) {
			*at, err = k.word(n)
		}
	case *int:
		*at, err = k.number(n)
	case *[]string:
		*at, err = k.list(n)
	case *map[string]string:
		*at, err = k.pairs(n)
	case *[]Model:
		*at, err = k.models(n)
	case *[]Override:
		*at, err = overrides(n)
	}
	if err == nil && k.then != nil {
		k.then(s)
	}
	return err
}

func (k *Key) bool(n *yaml.Node) (bool, error) {
	if n.Kind != yaml.ScalarNode || !isNull(n) && n.ShortTag() != "!!bool" {
		return false, wrong(n, "%s must be true or false", k.Name)
	}
	return strings.EqualFold(n.Value, "true"), nil
}

// mostBytes is the longest key that anybody asks for.
const mostBytes = 1024

// number reads a number of bytes.
func (k *Key) number(n *yaml.Node) (int, error) {
	if isNull(n) {
		return 0, nil
	}
	i, err := strconv.Atoi(n.Value)
	if n.Kind != yaml.ScalarNode || err != nil || i < 0 || i > mostBytes {
		return 0, wrong(n, "%s must be a number from 0 to %d", k.Name, mostBytes)
	}
	return i, nil
}

// list reads the elements of a list.
func (k *Key) list(n *yaml.Node) ([]string, error) {
	if isNull(n) {
		return nil, nil
	}
	if n.Kind != yaml.SequenceNode {
		return nil, wrong(n, "%s must be a list of names", k.Name)
	}
	out := []string{}
	for _, c := range n.Content {
		if c.Kind != yaml.ScalarNode || isNull(c) {
			return nil, wrong(c, "%s must be a list of names", k.Name)
		}
		text, err := k.word(c)
		if err != nil {
			return nil, err
		}
		out = append(out, text)
	}
	return out, nil
}

// pairs reads words and the severity of each.
func (k *Key) pairs(n *yaml.Node) (map[string]string, error) {
	if isNull(n) {
		return nil, nil
	}
	if n.Kind != yaml.MappingNode {
		return nil, wrong(n, "%s must be names with a severity each, such as long-expiry: high", k.Name)
	}
	out, severity := map[string]string{}, Find("severity")
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, err := k.word(n.Content[i])
		if err != nil {
			return nil, err
		}
		if out[name] != "" {
			return nil, wrong(n.Content[i], "%s: %s is set twice", k.Name, name)
		}
		if out[name], err = (&Key{Name: k.Name + ": " + name, Words: severity.Words, Of: severity.Of}).word(n.Content[i+1]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// word reads one word of those that there are.
func (k *Key) word(n *yaml.Node) (string, error) {
	if n.Kind != yaml.ScalarNode || isNull(n) {
		return "", wrong(n, "%s must be the name of a %s", k.Name, cmp.Or(k.Of, "length of time"))
	}
	if k.Words != nil && !slices.Contains(k.Words(), n.Value) {
		otherwise := "; there are " + strings.Join(k.Words(), ", ")
		return "", wrong(n, "%s: unknown %s %q%s", k.Name, k.Of, n.Value,
			nearest.Hint(n.Value, otherwise, k.Words()...))
	}
	if err := k.refuses(n.Value); err != nil {
		return "", wrong(n, "%s: %v", k.Name, err)
	}
	return n.Value, nil
}

func isNull(n *yaml.Node) bool {
	return n.Kind == 0 || n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null"
}

// Flag returns what the value of a flag says of the setting, in the form of a document: elements
// are separated by commas, rows of the model by semicolons; a name stands before its value and an
// equals sign.
func (k *Key) Flag(text string) *yaml.Node {
	var n *yaml.Node
	switch k.field(new(Settings)).(type) {
	case *[]Model:
		return modelsFlag(text)
	case *[]string:
		n = &yaml.Node{Kind: yaml.SequenceNode}
	case *map[string]string:
		n = &yaml.Node{Kind: yaml.MappingNode}
	default:
		return &yaml.Node{Kind: yaml.ScalarNode, Value: text}
	}
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		if n.Kind == yaml.MappingNode {
			name, value, _ := strings.Cut(part, "=")
			n.Content, part = append(n.Content, plainText(name)), value
		}
		n.Content = append(n.Content, plainText(part))
	}
	return n
}

func plainText(s string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: strings.TrimSpace(s)}
}

// Set sets what [Key.Flag] returned.
func (k *Key) Set(s *Settings, n *yaml.Node) error { return k.set(s, n) }
