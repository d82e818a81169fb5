package library

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/newsgraph/newsgraph/internal/hint"
)

// A holder is the one process that may write to a library. It holds a lock of
// the operating system, which ends with the process, on a file beside the
// library that names it.
type holder struct {
	file *os.File
}

// about names a holder to the others.
type about struct {
	Process int       `json:"process"`
	Host    string    `json:"host"`
	Command string    `json:"command"`
	Since   time.Time `json:"since"`
}

var errHeld = errors.New("is held")

// hold waits until nobody else holds the library, at most as long as wait says;
// waiting, where it is set, is called once with who does.
func hold(ctx context.Context, file, command string, wait time.Duration, waiting func(who string)) (*holder, error) {
	const again = 50 * time.Millisecond
	for end := time.Now().Add(wait); ; {
		h, err := tryHold(file+".lock", command)
		if !errors.Is(err, errHeld) {
			return h, err
		}
		who := whoHolds(file + ".lock")
		if !time.Now().Before(end) {
			return nil, hint.Add(fmt.Errorf("is used by %s, for more than %v now", who, wait), "one run at a time writes to a library; wait for it to end")
		}
		if waiting != nil {
			waiting(who)
			waiting = nil
		}
		select {
		case <-time.After(min(again, time.Until(end)+time.Millisecond)):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// tryHold fails with errHeld where another process holds the file. A file that
// was taken away between its opening and its locking is opened anew.
func tryHold(name, command string) (*holder, error) {
	for {
		file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			return nil, err
		}
		if err := lock(file); err != nil {
			file.Close()
			return nil, err
		}
		here, err := file.Stat()
		there, err2 := os.Stat(name)
		if err == nil && err2 == nil && os.SameFile(here, there) {
			h := &holder{file}
			h.tell(command)
			return h, nil
		}
		file.Close()
	}
}

// tell writes who holds the library. On a full disk nobody knows, and the library says
// what is wrong.
func (h *holder) tell(command string) {
	host, _ := os.Hostname()
	text, err := json.Marshal(about{os.Getpid(), host, command, time.Now().UTC().Truncate(time.Second)})
	if err == nil {
		err = h.file.Truncate(0)
	}
	if err == nil {
		_, _ = h.file.WriteAt(text, 0)
	}
}

// whoHolds reads who holds the library, for people.
func whoHolds(name string) string {
	var who about
	file, err := os.Open(name)
	if err == nil {
		defer file.Close()
		var text []byte
		if text, err = io.ReadAll(file); err == nil {
			err = json.Unmarshal(text, &who)
		}
	}
	if err != nil {
		return "another process"
	}
	return fmt.Sprintf("process %d on %s (%s, since %s)", who.Process, who.Host, who.Command, who.Since.Local().Format(time.DateTime))
}

// release ends the holding. The file goes first, while it is still held, so that
// nobody locks one that is about to go.
func (h *holder) release() {
	if h == nil {
		return
	}
	_ = os.Remove(h.file.Name()) // Windows keeps it where another waits
	h.file.Close()
}
