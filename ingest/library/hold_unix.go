//go:build unix

package library

import (
	"errors"
	"os"
	"syscall"
)

// lock locks a file for this process, or fails with errHeld.
func lock(file *os.File) error {
	err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return errHeld
	}
	return err
}
