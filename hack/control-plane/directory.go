package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// marker says that a directory is ours; the running supervisor holds a lock on it, and its pid is in it.
const marker = ".jopf-control-plane"

var ours = []string{"etcd", "pki", "etc", "logs", "program"}

// claim makes DIR ours, clears what an earlier run left there, and holds it until release.
func claim(dir string) (release func(), err error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(dir, marker)); err != nil && len(entries) > 0 {
		return nil, fmt.Errorf("%s is not empty and not a directory of %s", dir, program)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	lock, err := lockOf(dir)
	if err != nil {
		return nil, err
	}
	if lock == nil {
		return nil, fmt.Errorf("a control plane is already running in %s", dir)
	}
	if err := clear(dir); err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	if err := os.Symlink(self, filepath.Join(dir, "program")); err != nil {
		return nil, err
	}
	if err := lock.Truncate(0); err != nil {
		return nil, err
	}
	if _, err := lock.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0); err != nil {
		return nil, err
	}
	return func() { _ = lock.Close() }, nil
}

func lockOf(dir string) (*os.File, error) { return flock(filepath.Join(dir, marker)) }

// flock returns nil without an error when a living process holds the lock.
func flock(path string) (*os.File, error) {
	lock, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return nil, lock.Close()
	}
	return lock, err
}

// clear removes what run writes, and only that.
func clear(dir string) error {
	if err := cleanNode(dir); err != nil {
		return err
	}
	kubeconfigs, err := filepath.Glob(filepath.Join(dir, "kubeconfig*"))
	if err != nil {
		return err
	}
	for _, path := range kubeconfigs {
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	for _, name := range ours {
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return nil
}

func status(args []string) error {
	dir, err := onlyDir("status", args)
	if err != nil {
		return err
	}
	pid, err := runningIn(dir)
	if err != nil {
		return err
	}
	if pid == 0 {
		fmt.Println("stopped")
		return exitCode{1, errors.New("")}
	}
	fmt.Println("running " + filepath.Join(dir, "kubeconfig"))
	return nil
}

func down(args []string) error {
	dir, err := onlyDir("down", args)
	if err != nil {
		return err
	}
	pid, err := runningIn(dir)
	if err != nil {
		return err
	}
	for waited := 0; pid != 0; waited++ {
		switch {
		case waited%600 == 0 && waited < 1200:
			err = syscall.Kill(pid, syscall.SIGTERM)
		case waited == 1200: // a minute later
			err = syscall.Kill(pid, syscall.SIGKILL)
		case waited > 1400:
			err = fmt.Errorf("process %d does not end", pid)
		}
		if err != nil && !errors.Is(err, syscall.ESRCH) {
			return err
		}
		time.Sleep(50 * time.Millisecond)
		if pid, err = runningIn(dir); err != nil {
			return err
		}
	}
	if err := clear(dir); err != nil {
		return err
	}
	if err := os.Remove(filepath.Join(dir, marker)); err != nil {
		return err
	}
	_ = os.Remove(dir) // if nothing else is in it
	return nil
}

// runningIn returns the pid of the supervisor that holds DIR, or 0. The lock, not the number, is the proof.
func runningIn(dir string) (int, error) {
	if _, err := os.Stat(filepath.Join(dir, marker)); err != nil {
		return 0, fmt.Errorf("%s is not a directory of %s", dir, program)
	}
	lock, err := lockOf(dir)
	if err != nil {
		return 0, err
	}
	if lock != nil {
		return 0, lock.Close()
	}
	text, err := os.ReadFile(filepath.Join(dir, marker))
	if err != nil {
		return 0, err
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		return 0, fmt.Errorf("a control plane is just starting in %s, try again", dir)
	}
	return pid, nil
}

func onlyDir(command string, args []string) (string, error) {
	if len(args) != 1 || strings.HasPrefix(args[0], "-") {
		return "", exitCode{2, fmt.Errorf("usage: %s %s DIR", program, command)}
	}
	return filepath.Abs(args[0])
}
