package neo4jtest

import "syscall"

// dieWithParent makes the server end with the test binary, however that ends.
func dieWithParent() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}
