package settings

// This file reads TOML:
//
//	[jwt]
//	secret = "change-me"
//	options = {issuer = "shop"}

import (
	"github.com/pelletier/go-toml/v2/unstable"
)

func (r *reader) toml() {
	var p unstable.Parser
	p.Reset(r.data)
	table := ""
	for p.NextExpression() && !r.full() {
		e := p.Expression()
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = keyOf("", e)
		case unstable.KeyValue:
			r.tomlValue(table, e, 0)
		}
	}
}

// keyOf returns the path that the keys of an expression are, below another.
func keyOf(path string, e *unstable.Node) string {
	for it := e.Key(); it.Next(); {
		path = nested(path, string(it.Node().Data))
	}
	return path
}

// tomlValue adds the value of one key, or those of the keys in it.
func (r *reader) tomlValue(table string, e *unstable.Node, depth int) {
	path, value := keyOf(table, e), e.Value()
	switch value.Kind {
	case unstable.String, unstable.Integer, unstable.Float:
		r.add(path, string(value.Data), int(value.Raw.Offset), int(value.Raw.Length))
	case unstable.InlineTable:
		for it := value.Children(); depth < maxDepth && it.Next(); {
			if c := it.Node(); c.Kind == unstable.KeyValue {
				r.tomlValue(path, c, depth+1)
			}
		}
	}
}
