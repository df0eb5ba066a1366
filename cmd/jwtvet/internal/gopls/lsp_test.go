package gopls

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/textproto"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// client is an editor: it speaks the Language Server Protocol with a gopls
// over its standard streams.
type client struct {
	t        testing.TB
	in       io.WriteCloser
	received chan message
	settings map[string]any
	calls    int
	version  map[string]int // of the open files
	latest   map[string]publication
	waiting  string // for what
}

type message struct {
	ID     any             `json:"id,omitempty"`
	Method string          `json:"method,omitempty"`
	Params json.RawMessage `json:"params,omitempty"`
	Result json.RawMessage `json:"result,omitempty"`
	Error  json.RawMessage `json:"error,omitempty"`
}

type position struct{ Line, Character int }

type span struct{ Start, End position }

type location struct {
	URI   string
	Range span
}

type diagnostic struct {
	Range              span
	Severity           int
	Source, Message    string
	Code               any
	CodeDescription    struct{ Href string }
	RelatedInformation []struct {
		Location location
		Message  string
	}
}

type publication struct {
	URI         string
	Version     int
	Diagnostics []json.RawMessage
}

// begin starts a program that is spoken to by its standard input and output.
func begin(t testing.TB, cmd *exec.Cmd) (in io.WriteCloser, out io.Reader) {
	t.Helper()
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err = cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return in, out
}

// connect starts a gopls in a folder.
func connect(t testing.TB, program, dir string, settings map[string]any) *client {
	t.Helper()
	cmd := exec.Command(program)
	cmd.Dir = dir
	in, out := begin(t, cmd)
	c := &client{
		t: t, in: in, received: make(chan message, 1<<16), settings: settings,
		version: map[string]int{}, latest: map[string]publication{},
	}
	go receive(bufio.NewReader(out), c.received)
	t.Cleanup(func() {
		if !t.Failed() { // or it may answer no more
			c.call("shutdown", nil, nil)
			c.send(message{Method: "exit"})
		}
		in.Close()
		cmd.Process.Kill()
		cmd.Wait()
	})
	c.call("initialize", map[string]any{
		"rootUri":               uri(dir),
		"initializationOptions": settings,
		"capabilities": map[string]any{
			"workspace": map[string]any{"configuration": true},
			"textDocument": map[string]any{
				"publishDiagnostics": map[string]any{
					"relatedInformation": true, "codeDescriptionSupport": true,
					"versionSupport": true,
				},
				"codeAction": map[string]any{"codeActionLiteralSupport": map[string]any{
					"codeActionKind": map[string]any{"valueSet": []string{"quickfix"}},
				}},
			},
		},
	}, nil)
	c.send(message{Method: "initialized", Params: json.RawMessage("{}")})
	return c
}

func uri(path string) string { return "file://" + filepath.ToSlash(path) }

// receive reads messages until the stream ends.
func receive(r *bufio.Reader, to chan<- message) {
	defer close(to)
	for {
		header, err := textproto.NewReader(r).ReadMIMEHeader()
		if err != nil {
			return
		}
		n, err := strconv.Atoi(header.Get("Content-Length"))
		if err != nil {
			return
		}
		body := make([]byte, n)
		var m message
		if _, err := io.ReadFull(r, body); err != nil || json.Unmarshal(body, &m) != nil {
			return
		}
		to <- m
	}
}

func (c *client) send(m message) {
	c.t.Helper()
	body, err := json.Marshal(struct {
		Version string `json:"jsonrpc"`
		message
	}{"2.0", m})
	if err != nil {
		c.t.Fatal(err)
	}
	fmt.Fprintf(c.in, "Content-Length: %d\r\n\r\n%s", len(body), body)
}

// notify sends a message that has no answer.
func (c *client) notify(method string, params any) {
	c.t.Helper()
	raw, err := json.Marshal(params)
	if err != nil {
		c.t.Fatal(err)
	}
	c.send(message{Method: method, Params: raw})
}

// call sends a request and reads its answer into result.
func (c *client) call(method string, params, result any) {
	c.t.Helper()
	raw, err := json.Marshal(params)
	if err != nil {
		c.t.Fatal(err)
	}
	c.calls++
	id := c.calls
	c.send(message{ID: id, Method: method, Params: raw})
	for {
		m := c.next()
		if n, ok := m.ID.(float64); !ok || int(n) != id || m.Method != "" {
			continue
		}
		if m.Error != nil {
			c.t.Fatalf("%s: %s", method, m.Error)
		}
		if result != nil {
			if err := json.Unmarshal(m.Result, result); err != nil {
				c.t.Fatal(err)
			}
		}
		return
	}
}

// next waits for a message, and answers it when it is a question.
func (c *client) next() message {
	c.t.Helper()
	select {
	case m, ok := <-c.received:
		if !ok {
			c.t.Fatal("gopls ended")
		}
		switch {
		case m.Method == "workspace/configuration":
			answer, _ := json.Marshal([]any{c.settings})
			c.send(message{ID: m.ID, Result: answer})
		case m.Method == "textDocument/publishDiagnostics":
			var p publication
			if err := json.Unmarshal(m.Params, &p); err != nil {
				c.t.Fatal(err)
			}
			c.latest[p.URI] = p
		case m.Method != "" && m.ID != nil:
			c.send(message{ID: m.ID, Result: json.RawMessage("null")})
		}
		return m
	case <-time.After(8 * time.Minute):
		c.t.Fatalf("gopls says nothing; waiting for %s", c.waiting)
	}
	return message{}
}

// show gives a file a text, as an editor does when the file is opened or edited.
func (c *client) show(file, text string) {
	c.t.Helper()
	c.version[file]++
	if v := c.version[file]; v == 1 {
		c.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{
			"uri":        uri(file),
			"languageId": "go",
			"version":    v,
			"text":       text,
		}})
	} else {
		c.notify("textDocument/didChange", map[string]any{
			"textDocument":   map[string]any{"uri": uri(file), "version": v},
			"contentChanges": []any{map[string]any{"text": text}},
		})
	}
}

// wait returns the diagnostics of a file once one of them has the text in its message. gopls
// publishes what all analyzers say of a version at once, so what a stock analyzer says of that text
// tells that ours have spoken.
func (c *client) wait(file, mark string) []diagnostic {
	c.t.Helper()
	for {
		c.waiting = fmt.Sprintf("%q about %s, after %+v", mark, file, c.latest[uri(file)])
		if p := c.latest[uri(file)]; p.Version == c.version[file] {
			list := p.parsed(c.t)
			for _, d := range list {
				if strings.Contains(d.Message, mark) {
					return list
				}
			}
		}
		c.next()
	}
}

func (p publication) parsed(t testing.TB) []diagnostic {
	t.Helper()
	var list []diagnostic
	for _, raw := range p.Diagnostics {
		var d diagnostic
		if err := json.Unmarshal(raw, &d); err != nil {
			t.Fatal(err)
		}
		list = append(list, d)
	}
	return list
}
