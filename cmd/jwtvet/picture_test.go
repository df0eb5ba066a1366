//go:build unix

package main

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/creack/pty"
)

// TestGeneratedPicture compares the picture of README.md with what "jwtvet demo" writes to a
// terminal.
func TestGeneratedPicture(t *testing.T) {
	out := onTerminal(t, "demo")
	plain, _, _ := run(t, t.TempDir(), nil, "demo")
	if sgr.ReplaceAllString(out, "") != plain || out == plain {
		t.Fatalf("a terminal shows\n%sinstead of\n%s", out, plain)
	}
	same(t, filepath.Join("..", "..", "docs", "demo.svg"), picture("jwtvet demo", out))
}

// onTerminal runs the tool as a user does who looks at its output, and returns that.
func onTerminal(t *testing.T, args ...string) string {
	t.Helper()
	terminal, tty, err := pty.Open()
	if err != nil {
		t.Skip("there are no terminals here: ", err)
	}
	defer terminal.Close()
	cmd := exec.Command(tool(t), args...)
	cmd.Dir, cmd.Stdout = t.TempDir(), tty
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod", "JWTVET_TEST_MAIN=1",
		"GITHUB_ACTIONS=", "NO_COLOR=", "TERM=xterm-256color")
	read := make(chan []byte)
	go func() {
		data, _ := io.ReadAll(terminal) // ends with an error when nobody has the other end open
		read <- data
	}()
	err = cmd.Run()
	tty.Close()
	out := <-read
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(out), "\r\n", "\n")
}

// sgr matches what sets the look of the text behind it.
var sgr = regexp.MustCompile(`\x1b\[([0-9;]*)m`)

// Measures of the picture, in characters and in pixels. A character of 13 pixels of the fonts named
// in style is 7.8 wide at most.
const (
	columns = 104
	advance = 8
	leading = 18
	margin  = 18
	bar     = 34 // above the text
)

// style has the looks as render/text.go uses them, for viewers in the light and in the dark.
const style = `svg{--bg:#ffffff;--edge:#d1d9e0;--text:#1f2328;--faint:#59636e;--red:#c11c27;--yellow:#845400;--cyan:#0b6e8a;--green:#1a7f37}
@media(prefers-color-scheme:dark){svg{--bg:#0d1117;--edge:#3d444d;--text:#e6edf3;--faint:#9198a1;--red:#ff7b72;--yellow:#e3b341;--cyan:#56d4dd;--green:#56d364}}
text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;fill:var(--text);white-space:pre}
.s1{font-weight:700}.s2{fill:var(--faint)}.s31{fill:var(--red)}.s33{fill:var(--yellow)}.s36{fill:var(--cyan)}.s32{fill:var(--green)}
`

// picture draws what a terminal shows after a command.
func picture(command, out string) []byte {
	rows := [][]piece{{{"s32", "$ "}, {"s1", command}}}
	for line := range strings.Lines(out) {
		rows = append(rows, wrap(pieces(strings.TrimSuffix(line, "\n")))...)
	}
	width := columns*advance + 2*margin
	height := bar + leading*len(rows) + margin
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
<!-- made of a run of %s by go generate ./cmd/jwtvet -->
<title>What %s writes to a terminal</title>
<style>%s</style>
<rect x=".5" y=".5" width="%d" height="%d" rx="8" fill="var(--bg)" stroke="var(--edge)"/>
`, width, height, width, height, command, command, style, width-1, height-1)
	for i, light := range []string{"#ff5f57", "#febc2e", "#28c840"} {
		fmt.Fprintf(&b, "<circle cx=\"%d\" cy=\"18\" r=\"5\" fill=\"%s\"/>\n", margin+5+18*i, light)
	}
	for i, row := range rows {
		if len(row) == 0 {
			continue
		}
		fmt.Fprintf(&b, `<text x="%d" y="%d" xml:space="preserve">`, margin, bar+leading*(i+1)-4)
		for _, p := range row {
			fmt.Fprintf(&b, `<tspan class="%s">%s</tspan>`, p.look, html.EscapeString(p.text))
		}
		b.WriteString("</text>\n")
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// piece is a text with one look: classes of the style.
type piece struct{ look, text string }

// pieces takes a line apart where its look changes.
func pieces(line string) []piece {
	var out []piece
	look, from := "", 0
	add := func(text string) {
		if text != "" {
			out = append(out, piece{look, text})
		}
	}
	for _, m := range sgr.FindAllStringSubmatchIndex(line, -1) {
		add(line[from:m[0]])
		look, from = "", m[1]
		for code := range strings.SplitSeq(line[m[2]:m[3]], ";") {
			if code != "0" {
				look = strings.TrimSpace(look + " s" + code)
			}
		}
	}
	add(line[from:])
	return out
}

// wrap breaks a line where it is too wide: between words, with an indentation from the second row on.
func wrap(line []piece) [][]piece {
	const indent = "      "
	rows, used := [][]piece{nil}, 0
	for _, p := range line {
		for word := range strings.SplitAfterSeq(p.text, " ") {
			n := utf8.RuneCountInString(strings.TrimRight(word, " "))
			if used+n > columns && used > len(indent) {
				rows, used = append(rows, []piece{{"", indent}}), len(indent)
			}
			last := &rows[len(rows)-1]
			if k := len(*last) - 1; k >= 0 && (*last)[k].look == p.look {
				(*last)[k].text += word
			} else {
				*last = append(*last, piece{p.look, word})
			}
			used += utf8.RuneCountInString(word)
		}
	}
	return rows
}
