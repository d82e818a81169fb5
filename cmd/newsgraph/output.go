package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/newsgraph/newsgraph/internal/hint"
)

// output is a file that is complete or absent: it is written beside its place
// and renamed at the end. Standard output, and what is no regular file, is
// written as it comes.
type output struct {
	*bufio.Writer
	name string
	file *os.File
	temp bool // file is not yet in its place
	mode os.FileMode
}

// create opens the output, so that one that can't be written is known before
// any work is done. The name "-" is stdout.
func create(name string, stdout io.Writer) (*output, error) {
	if name == "-" {
		o := &output{name: "standard output"}
		o.Writer = bufio.NewWriter(naming{o, stdout})
		return o, nil
	}
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target // a link stays a link
	}
	info, err := os.Stat(name)
	mode := os.FileMode(0o644)
	if err == nil {
		mode = info.Mode().Perm()
	}
	var file *os.File
	special := err == nil && !info.Mode().IsRegular()
	switch {
	case err == nil && info.IsDir():
		err = hint.Add(fmt.Errorf("write %s: is a folder", name), "name a file in it")
	case special:
		file, err = os.OpenFile(name, os.O_WRONLY, 0)
	case err == nil || errors.Is(err, fs.ErrNotExist):
		file, err = os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	}
	if err != nil {
		return nil, fmt.Errorf("open the output: %w", err)
	}
	o := &output{name: name, file: file, temp: !special, mode: mode}
	o.Writer = bufio.NewWriter(naming{o, file})
	return o, nil
}

// takeOver begins the output with what is in its place already.
func (o *output) takeOver() error {
	if !o.temp {
		return nil
	}
	old, err := os.Open(o.name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		defer old.Close()
		_, err = io.Copy(struct{ io.Writer }{o.Writer}, old)
	}
	if err != nil {
		o.discard()
		return o.failed(err)
	}
	return nil
}

// naming says in its errors to which output it writes. It has nothing but Write:
// with the WriteString of the output's buffer, that would call itself.
type naming struct {
	output *output
	to     io.Writer
}

func (n naming) Write(p []byte) (int, error) {
	written, err := n.to.Write(p)
	if err != nil {
		err = n.output.failed(err)
	}
	return written, err
}

// commit makes the output complete.
func (o *output) commit() error {
	if err := o.Flush(); err != nil {
		return err
	}
	if o.file == nil {
		return nil
	}
	if o.temp {
		if err := errors.Join(o.file.Chmod(o.mode), o.file.Sync()); err != nil {
			return o.failed(err)
		}
	}
	if err := o.file.Close(); err != nil {
		return o.failed(err)
	}
	if !o.temp {
		return nil
	}
	if err := os.Rename(o.file.Name(), o.name); err != nil {
		return o.failed(err)
	}
	o.temp = false
	return nil
}

// discard leaves nothing behind of an output that was not committed.
func (o *output) discard() {
	if o.file != nil && o.temp {
		o.file.Close()
		os.Remove(o.file.Name())
	}
}

func (o *output) failed(err error) error {
	switch {
	case errors.Is(err, syscall.EPIPE):
		err = errors.New("the reader closed the pipe")
	case errors.Is(err, syscall.ENOSPC):
		return hint.Add(fmt.Errorf("write %s: the disk is full", o.name), "make room, or name another file with -o")
	}
	return fmt.Errorf("write %s: %w", o.name, err)
}
