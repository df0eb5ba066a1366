package settings

// This file writes settings, for people and for editors:
//
//	# report test files too
//	#tests: false

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/jwtvet/jwtvet/analyzers"
)

// Page is where the documentation of the settings is, Published where editors find the schema.
const (
	Page      = "https://github.com/jwtvet/jwtvet/blob/main/docs/configuration.md"
	Published = "https://raw.githubusercontent.com/jwtvet/jwtvet/main/docs/config.schema.json"
)

// First returns a file in which every key stands, none of which is set.
func First() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, `# yaml-language-server: $schema=%s
# Settings of jwtvet, see %s
# Each key stands here as it is when nothing is set. Take the # away to change it.
`, Published, Page)
	for _, k := range Keys {
		fmt.Fprintf(&b, "\n# %s\n", strings.ReplaceAll(k.Usage, "`", ""))
		if k.Example != "" {
			fmt.Fprintf(&b, "# for example %s: %s\n", k.Name, k.Example)
		}
		fmt.Fprintf(&b, "#%s: %s\n", k.Name, k.Default)
	}
	return b.Bytes()
}

// Bytes returns the settings as a file that says all of them.
func (s *Settings) Bytes() ([]byte, error) {
	doc := yaml.Node{Kind: yaml.MappingNode}
	for _, k := range Keys {
		var value yaml.Node
		v := reflect.ValueOf(k.field(s)).Elem()
		err := value.Encode(v.Interface())
		if v.IsZero() {
			var unset yaml.Node
			err = yaml.Unmarshal([]byte(k.Default), &unset)
			value = *unset.Content[0]
		}
		if err != nil {
			return nil, err
		}
		doc.Content = append(doc.Content, plainText(k.Name), &value)
	}
	var b bytes.Buffer
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	err := enc.Encode(&doc)
	return b.Bytes(), err
}

// object is a part of a JSON Schema.
type object map[string]any

// Schema returns the JSON Schema of a file of settings, for editors.
func Schema() []byte {
	properties := object{}
	for _, k := range Keys {
		p := k.schema()
		p["description"] = strings.ReplaceAll(k.Usage, "`", "")
		properties[k.Name] = p
	}
	data, err := json.MarshalIndent(object{
		"$schema":              "https://json-schema.org/draft/2020-12/schema",
		"$id":                  Published,
		"title":                "Settings of jwtvet",
		"description":          Page,
		"type":                 []string{"object", "null"},
		"additionalProperties": false,
		"properties":           properties,
	}, "", "  ")
	if err != nil { // of maps and texts
		return nil
	}
	return append(data, '\n')
}

// schema returns the schema of one setting.
func (k *Key) schema() object {
	text := object{"type": "string"}
	if k.Words != nil {
		text["enum"] = k.Words()
	}
	switch k.field(new(Settings)).(type) {
	case *bool:
		return object{"type": []string{"boolean", "null"}}
	case *int:
		return object{"type": []string{"integer", "null"}, "minimum": 0, "maximum": mostBytes}
	case *[]string:
		return list(text)
	case *map[string]string:
		return object{
			"type":                 []string{"object", "null"},
			"propertyNames":        text,
			"additionalProperties": object{"enum": Severities},
		}
	case *[]Model:
		return list(object{
			"type": "object", "minProperties": 1, "maxProperties": 1,
			"propertyNames":        object{"enum": analyzers.Verbs()},
			"additionalProperties": object{"type": "string", "pattern": `[./][A-Z]`},
		})
	case *[]Override:
		return list(object{
			"type": "object", "additionalProperties": false, "required": []string{"paths"},
			"properties": object{
				"paths":      object{"type": "array", "minItems": 1, "items": object{"type": "string"}},
				"disable":    Find("disable").schema(),
				"severities": Find("severities").schema(),
			},
		})
	}
	if k.Words == nil {
		return object{"type": []string{"string", "null"}, "pattern": `^(\d+d|([0-9.]+(h|m|s|ms))+)$`}
	}
	words := []any{nil}
	for _, w := range k.Words() {
		words = append(words, w)
	}
	return object{"enum": words}
}

// list returns the schema of a list.
func list(of object) object {
	return object{"type": []string{"array", "null"}, "items": of}
}
