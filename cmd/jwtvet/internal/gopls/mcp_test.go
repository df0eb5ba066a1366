package gopls

import (
	"bufio"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// mcp asks gopls for diagnostics as an assistant does, by the Model Context Protocol, and gets the
// reports.
func mcp(t *testing.T, program string) {
	file := filepath.Join(workspace(t, map[string]string{
		"app/app.go": edited(`[]byte("written by an assistant")`, "saved"),
	}), "app", "app.go")
	cmd := exec.CommandContext(t.Context(), program, "mcp")
	cmd.Dir = filepath.Dir(filepath.Dir(file))
	in, out := begin(t, cmd)
	late := time.AfterFunc(3*time.Minute, func() { cmd.Process.Kill() })
	defer func() {
		late.Stop()
		in.Close()
		cmd.Process.Kill()
		cmd.Wait()
	}()
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 1<<20)
	call := func(id int, method string, params any, result any) {
		t.Helper()
		m := map[string]any{"jsonrpc": "2.0", "method": method, "params": params}
		if id > 0 {
			m["id"] = id
		}
		if err := json.NewEncoder(in).Encode(m); err != nil {
			t.Fatal(err)
		}
		for id > 0 && lines.Scan() {
			var answer struct {
				ID            any
				Method        string
				Result, Error json.RawMessage
			}
			if err := json.Unmarshal(lines.Bytes(), &answer); err != nil {
				t.Fatalf("%v: %s", err, lines.Text())
			}
			if answer.ID == float64(id) && answer.Method == "" {
				if err := json.Unmarshal(answer.Result, result); err != nil {
					t.Fatalf("%s: %v, %s", method, err, answer.Error)
				}
				return
			}
		}
		if id > 0 {
			t.Fatalf("%s: no answer, %v", method, lines.Err())
		}
	}
	call(1, "initialize", map[string]any{
		"protocolVersion": "2025-06-18", "capabilities": map[string]any{},
		"clientInfo": map[string]any{"name": "test", "version": "1"},
	}, new(any))
	call(0, "notifications/initialized", map[string]any{}, nil)
	var said struct{ Content []struct{ Text string } }
	call(2, "tools/call", map[string]any{
		"name": "go_diagnostics", "arguments": map[string]any{"files": []string{file}},
	}, &said)
	if len(said.Content) != 1 || !strings.Contains(said.Content[0].Text, file) ||
		!strings.Contains(said.Content[0].Text, "JWT signing key is a constant of 23 bytes") {
		t.Errorf("got %+v", said)
	}
}
