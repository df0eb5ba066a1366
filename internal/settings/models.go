package settings

// This file reads rows of the model:
//
//	models:
//	  - sign: "(*corp/auth.Issuer).Issue(claims, key) token"
//	  - log: "corp/log.Info(logged...)"

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/jwtvet/jwtvet/analyzers"
)

// Model is a row of the model: what a call does, and its signature with roles.
type Model struct {
	Verb, Row string
}

// String returns the row as a flag has it.
func (m Model) String() string { return m.Verb + ": " + m.Row }

// MarshalYAML writes the row as a file has it.
func (m Model) MarshalYAML() (any, error) { return map[string]string{m.Verb: m.Row}, nil }

// rows returns the value of a flag.
func rows(list []Model) string {
	var out []string
	for _, m := range list {
		out = append(out, m.String())
	}
	return strings.Join(out, "; ")
}

// models reads all of them.
func (k *Key) models(n *yaml.Node) (out []Model, err error) {
	if isNull(n) {
		return nil, nil
	}
	if n.Kind != yaml.SequenceNode {
		return nil, wrong(n, "%s must be a list of rows", k.Name)
	}
	for _, c := range n.Content {
		if c.Kind != yaml.MappingNode || len(c.Content) != 2 ||
			c.Content[0].Kind != yaml.ScalarNode || c.Content[1].Kind != yaml.ScalarNode ||
			strings.ContainsAny(c.Content[0].Value+c.Content[1].Value, ";\r\n") {
			return nil, wrong(c,
				`%s: each row must be a verb and a signature, such as sign: "corp/auth.Sign(claims, key) token"`, k.Name)
		}
		m := Model{strings.TrimSpace(c.Content[0].Value), strings.TrimSpace(c.Content[1].Value)}
		if _, err := analyzers.Models(m.String()); err != nil {
			return nil, wrong(c, "%s: %v", k.Name, err)
		}
		out = append(out, m)
	}
	return out, nil
}

// modelsFlag returns what the value of a flag says, in the form of a file.
func modelsFlag(text string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode}
	for part := range strings.SplitSeq(text, ";") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		verb, row, _ := strings.Cut(part, ":")
		n.Content = append(n.Content, &yaml.Node{
			Kind: yaml.MappingNode, Content: []*yaml.Node{plainText(verb), plainText(row)},
		})
	}
	return n
}
