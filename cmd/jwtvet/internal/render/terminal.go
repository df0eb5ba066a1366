package render

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"golang.org/x/term"
)

// Colored reports whether w is a terminal that wants colour (https://no-color.org).
func Colored(w io.Writer, env []string) bool {
	return terminal(w) && !slices.ContainsFunc(env, func(e string) bool {
		value, ok := strings.CutPrefix(e, "NO_COLOR=")
		return ok && value != "" || e == "TERM=dumb"
	})
}

func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// Progress prints what is being done once it takes longer than a second, when w is a terminal. The function it returns
// takes the line away.
func Progress(w io.Writer, what string) (done func()) {
	if !terminal(w) {
		return func() {}
	}
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		start, tick := time.Now(), time.NewTicker(time.Second)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				fmt.Fprintf(w, "\r%s ... %ds", what, int(time.Since(start).Seconds()))
			case <-stop:
				if time.Since(start) > time.Second {
					fmt.Fprint(w, "\r\x1b[K")
				}
				return
			}
		}
	}()
	return func() { close(stop); <-stopped }
}

func (s Style) wrap(code, text string) string {
	if !s.Color {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (s Style) bold(text string) string { return s.wrap("1", text) }
func (s Style) dim(text string) string  { return s.wrap("2", text) }

// severity colours text by rank.
func (s Style) severity(rank, text string) string {
	return s.wrap(map[string]string{"critical": "1;31", "high": "31", "medium": "33"}[rank]+"", text)
}
