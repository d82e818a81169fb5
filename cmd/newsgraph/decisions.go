package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/ingest/identity"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// defaultDecisions is the file of decisions where none is named.
const defaultDecisions = "newsgraph.decisions"

// readDecisions reads the file of decisions. The default file may be missing.
func readDecisions(name string) (*identity.Decisions, error) {
	file, err := os.Open(or(name, defaultDecisions))
	if name == "" && errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, hint.Add(fmt.Errorf("read decisions: %w", err), "newsgraph review --decisions FILE makes one")
	}
	defer file.Close()
	return parseDecisions(file, file.Name())
}

func parseDecisions(text io.Reader, name string) (*identity.Decisions, error) {
	d, err := identity.Parse(text, name)
	if err != nil {
		err = hint.Add(fmt.Errorf("read decisions: %w", err), "newsgraph review --help explains the lines of the file")
	}
	return d, err
}

// decisionsFile is a file of decisions that is written.
type decisionsFile struct {
	name string
	identity.Sheet
	fresh bool // it was not there, and has not been written
}

// openDecisions opens a file of decisions, which may be missing: one that can't be
// written is known before any work is done. It is not made before there is something
// in it, since an ingest meanwhile would take an empty one for what was decided.
func openDecisions(name string) (*decisionsFile, error) {
	text, err := os.ReadFile(name)
	fresh := errors.Is(err, fs.ErrNotExist)
	if err == nil || fresh {
		err = writable(name)
	}
	if err != nil {
		return nil, fmt.Errorf("open decisions: %w", err)
	}
	return &decisionsFile{name, identity.Sheet{Text: string(text)}, fresh}, nil
}

// writable says what is in the way of writing a file, which stays as it is.
func writable(name string) error {
	file, err := os.OpenFile(name, os.O_RDWR, 0)
	if err == nil {
		return file.Close()
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	out, err := create(name, nil)
	if err == nil {
		out.discard()
	}
	return err
}

func (f *decisionsFile) decisions() (*identity.Decisions, error) {
	return parseDecisions(strings.NewReader(f.Text), f.name)
}

// save writes the file, whole or not at all.
func (f *decisionsFile) save() error {
	out, err := create(f.name, nil)
	if err != nil {
		return err
	}
	defer out.discard()
	if _, err := out.WriteString(f.Text); err != nil {
		return fmt.Errorf("write decisions: %w", err)
	}
	err = out.commit()
	f.fresh = f.fresh && err != nil
	return err
}

// asking asks a person, a line for each question.
type asking struct {
	ctx   context.Context
	lines <-chan string // closed when there are no more
	out   io.Writer
	told  io.Writer
}

func newAsking(cmd *cobra.Command) asking {
	lines := make(chan string)
	go func() {
		defer close(lines)
		for in := bufio.NewScanner(cmd.InOrStdin()); in.Scan(); {
			lines <- in.Text()
		}
	}()
	return asking{cmd.Context(), lines, cmd.OutOrStdout(), cmd.ErrOrStderr()}
}

// answers are what a person may say, and what it means.
var answers = map[string]string{
	"s": "same", "same": "same", "d": "different", "different": "different",
	"l": "later", "later": "later", "": "later", "q": "quit", "quit": "quit",
}

// answer returns one of the values of answers; where there are no more lines,
// that is quit.
func (a asking) answer(question string) (string, error) {
	for {
		fmt.Fprint(a.out, question)
		select {
		case <-a.ctx.Done():
			return "", a.ctx.Err()
		case line, more := <-a.lines:
			if !more {
				fmt.Fprintln(a.out)
				return "quit", nil
			}
			if answer, known := answers[strings.ToLower(strings.TrimSpace(line))]; known {
				return answer, nil
			}
		}
	}
}

// about asks about doubts, but for those that an answer before has decided, and
// writes each answer into the file at once.
func (a asking) about(doubts []identity.Doubt, file *decisionsFile) error {
	decided := 0
	for i, d := range doubts {
		known, err := file.decisions()
		if err != nil {
			return err
		}
		if known.Decides(d) {
			continue
		}
		if err := identity.Show(a.out, d); err != nil {
			return fmt.Errorf("ask: %w", err)
		}
		answer, err := a.answer(fmt.Sprintf("%d of %d: (s)ame, (d)ifferent, (l)ater or (q)uit? ", i+1, len(doubts)))
		if err != nil {
			return err
		}
		if answer == "quit" {
			break
		}
		if err := file.answer(d, answer); err != nil {
			return err
		}
		if answer != "later" {
			decided++
		}
	}
	fmt.Fprintf(a.told, "decided        %d of %d\n", decided, len(doubts))
	if !file.fresh {
		fmt.Fprintf(a.told, "written to     %s\n", file.name)
	}
	return nil
}

// answer writes down what a person says of a doubt.
func (f *decisionsFile) answer(d identity.Doubt, answer string) error {
	f.Add(d)
	if answer != "later" {
		f.Decide(d, answer == "same")
	}
	return f.save()
}
