package process

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// ending are the signals that ask a program to end.
var ending = []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}

// Ended is the cause of a context that a signal has ended.
type Ended struct{ Signal os.Signal }

// Error implements error.
func (e Ended) Error() string {
	return fmt.Sprintf("ended by a signal (%v) before the work was done", e.Signal)
}

// Code returns the exit code of a program that a signal has ended, as shells have it.
func (e Ended) Code() int {
	switch e.Signal {
	case syscall.SIGTERM:
		return 143
	case syscall.SIGHUP:
		return 129
	}
	return 130
}

// asked returns a channel for the signals that ask this process to end. One that its parent wants
// ignored, as nohup does, stays ignored: to listen to it would undo that.
func asked() chan os.Signal {
	signals := make(chan os.Signal, 8)
	for _, s := range ending {
		if !signal.Ignored(s) {
			signal.Notify(signals, s)
		}
	}
	return signals
}

// Signals returns a context that ends with the first signal that asks this process to end. A second
// one ends the process at once, and so does the time that an orderly end may take.
func Signals(parent context.Context) context.Context {
	ctx, cancel := context.WithCancelCause(parent)
	signals := asked()
	go func() {
		e := Ended{<-signals}
		signal.Stop(signals)
		cancel(e)
		time.Sleep(4 * grace)
		fmt.Fprintln(os.Stderr, "jwtvet: "+e.Error())
		os.Exit(e.Code())
	}()
	return ctx
}

// Signal returns what ended a context, and false when that was no signal.
func Signal(ctx context.Context) (Ended, bool) {
	var e Ended
	return e, errors.As(context.Cause(ctx), &e)
}
