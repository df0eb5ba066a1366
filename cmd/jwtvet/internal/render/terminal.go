package render

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"
)

// Colored reports whether w is a terminal whose user wants colour (https://no-color.org).
func Colored(w io.Writer, getenv func(string) string) bool {
	return terminal(w) && getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
}

func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// Progress says on a terminal what is being done, in one line that it takes away at the end.
type Progress struct {
	w          io.Writer
	stop, done chan struct{}
	mu         sync.Mutex
	what       string
}

// NewProgress starts to tell once a second has passed. When w is no terminal it never does.
func NewProgress(w io.Writer, what string) *Progress {
	p := &Progress{w: w, what: what}
	if terminal(w) {
		p.stop, p.done = make(chan struct{}), make(chan struct{})
		go p.run()
	}
	return p
}

func (p *Progress) run() {
	defer close(p.done)
	start, tick, shown := time.Now(), time.NewTicker(time.Second), false
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			p.mu.Lock()
			fmt.Fprintf(p.w, "\r\x1b[K%s ... %ds",
				Visible(p.what), int(time.Since(start).Seconds()))
			p.mu.Unlock()
			shown = true
		case <-p.stop:
			if shown {
				fmt.Fprint(p.w, "\r\x1b[K")
			}
			return
		}
	}
}

// Note changes what is shown.
func (p *Progress) Note(what string) {
	p.mu.Lock()
	p.what = what
	p.mu.Unlock()
}

// Stop takes the line away.
func (p *Progress) Stop() {
	if p.stop != nil {
		close(p.stop)
		<-p.done
	}
}
