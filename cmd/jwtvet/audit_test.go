package main

import (
	"encoding/json"
	"path/filepath"
	"testing"
)

// TestAuditGuide audits the service of the guide: all that code can show of the checklist is
// evidenced, and nothing contradicts it.
func TestAuditGuide(t *testing.T) {
	out, errs, code := run(t, filepath.Join("..", "..", "testdata"),
		[]string{"GOFLAGS=-mod=readonly"}, "audit", "-json", "./guide/service/...")
	var doc struct {
		Checklist []struct {
			Title, State string
			Evidence     []struct{ Text string }
			Against      []struct{ Category string }
		}
	}
	if err := json.Unmarshal([]byte(out), &doc); err != nil || code != 0 {
		t.Fatalf("exit code %d, %v\n%s", code, err, errs)
	}
	if len(doc.Checklist) < 21 {
		t.Errorf("%d items", len(doc.Checklist))
	}
	for _, it := range doc.Checklist {
		if it.State != "evidenced" || len(it.Evidence) == 0 || len(it.Against) > 0 {
			t.Errorf("%s: %s, %v, %v", it.Title, it.State, it.Evidence, it.Against)
		}
	}
}
