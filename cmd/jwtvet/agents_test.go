package main

import (
	"encoding/json"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The page for programs names fields that the documents have, commands that there are, and the exit
// codes that the help text has.
func TestAgentsPage(t *testing.T) {
	docs := filepath.Join("..", "..", "docs")
	page := content(t, docs, "agents.md")
	schema := content(t, docs, "report.schema.json")
	explained, _, _ := run(t, t.TempDir(), nil, "explain", "-json", "long-expiry")
	fields := regexp.MustCompile("(?m)^\\| (`.*`) \\| [^|]+ \\|$").FindAllStringSubmatch(page, -1)
	if len(fields) < 10 {
		t.Fatalf("got %q", fields)
	}
	for _, row := range fields {
		for _, name := range regexp.MustCompile("`(\\w+)`").FindAllStringSubmatch(row[1], -1) {
			if !strings.Contains(schema, `"`+name[1]+`": {`) {
				t.Errorf("the schema has no %s", name[1])
			}
		}
	}
	_, rest, _ := strings.Cut(page, "`jwtvet explain -json NAME`")
	rest, _, _ = strings.Cut(rest, "`jwtvet list -json`")
	named := regexp.MustCompile("`(\\w+)`").FindAllStringSubmatch(rest, -1)
	if len(named) < 10 {
		t.Fatalf("got %q", named)
	}
	for _, name := range named {
		if !strings.Contains(explained, `"`+name[1]+`": `) {
			t.Errorf("explain -json has no %s:\n%s", name[1], explained)
		}
	}
	dir := jwtModule(t, map[string]string{"one/one.go": keyType})
	for _, line := range regexp.MustCompile(`(?m)^jwtvet (.*?) +#`).FindAllStringSubmatch(page, -1) {
		if _, errs, code := run(t, dir, nil, strings.Fields(line[1])...); code > 1 {
			t.Errorf("jwtvet %s: got %d, %s", line[1], code, errs)
		}
	}
	server := regexp.MustCompile("(?s)```json\n(.*?)```").FindStringSubmatch(page)
	if server == nil || json.Unmarshal([]byte(server[1]), new(any)) != nil {
		t.Errorf("got %q", server)
	}
}
