//go:build !linux

package neo4jtest

import "syscall"

// dieWithParent has no means to tie the server to the test binary: only Linux
// knows one. Main ends it.
func dieWithParent() *syscall.SysProcAttr { return nil }
