package settings

// This file reads settings of what YAML or a driver has, with the line of what is wrong:
//
//	tests: true
//	disable: [jwtcookie, long-expiry]

import (
	"fmt"
	"slices"
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
func (k *Key) set(s *Settings, n *yaml.Node) error {
	switch at := k.field(s).(type) {
	case *bool:
		return k.bool(at, n)
	case *[]string:
		return k.list(at, n)
	}
	return wrong(n, "%s cannot be set", k.Name)
}

func (k *Key) bool(at *bool, n *yaml.Node) error {
	if n.Kind != yaml.ScalarNode || !isNull(n) && n.ShortTag() != "!!bool" {
		return wrong(n, "%s must be true or false", k.Name)
	}
	*at = strings.EqualFold(n.Value, "true")
	return nil
}

// list reads the elements of a list, each of which is one of the words.
func (k *Key) list(at *[]string, n *yaml.Node) error {
	if *at = nil; isNull(n) {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		return wrong(n, "%s must be a list of names", k.Name)
	}
	*at = []string{}
	for _, c := range n.Content {
		text, err := k.word(c)
		if err != nil {
			return err
		}
		*at = append(*at, text)
	}
	return nil
}

// word reads one word of those that there are.
func (k *Key) word(n *yaml.Node) (string, error) {
	if n.Kind != yaml.ScalarNode || isNull(n) {
		return "", wrong(n, "%s must be a list of names", k.Name)
	}
	if k.Words != nil && !slices.Contains(k.Words(), n.Value) {
		otherwise := "; there are " + strings.Join(k.Words(), ", ")
		return "", wrong(n, "%s: unknown %s %q%s", k.Name, k.Of, n.Value,
			nearest.Hint(n.Value, otherwise, k.Words()...))
	}
	return n.Value, nil
}

func isNull(n *yaml.Node) bool {
	return n.Kind == 0 || n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null"
}

// Flag returns what the value of a flag says of the setting, in the form of a document: a list is
// separated by commas.
func (k *Key) Flag(text string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Value: text}
	if _, ok := k.field(new(Settings)).(*[]string); ok {
		n = &yaml.Node{Kind: yaml.SequenceNode}
		for part := range strings.SplitSeq(text, ",") {
			if part = strings.TrimSpace(part); part != "" {
				n.Content = append(n.Content,
					&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: part})
			}
		}
	}
	return n
}

// Set sets what [Key.Flag] returned.
func (k *Key) Set(s *Settings, n *yaml.Node) error { return k.set(s, n) }
