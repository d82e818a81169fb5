package library

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// beyond is a place behind what the file says, which others must be able to read.
const beyond = 1 << 20

// lock locks a file for this process, or fails with errHeld.
func lock(file *os.File) error {
	at := windows.Overlapped{Offset: beyond}
	err := windows.LockFileEx(windows.Handle(file.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errHeld
	}
	return err
}
