package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"sync"
	"syscall"
	"time"
)

// supervisor owns the component processes. Start only from a goroutine that
// is locked to its thread: Pdeathsig fires when the starting thread ends.
type supervisor struct {
	logs     string
	env      []string
	children []*child
	died     chan *child
	quit     chan struct{}
}

type child struct {
	name string
	log  string
	cmd  *exec.Cmd
	// closed when the process is gone
	ended chan struct{}
}

var errQuit = errors.New("stopped before it was ready")

func newSupervisor(logs string, env []string) *supervisor {
	return &supervisor{logs: logs, env: env, died: make(chan *child, 16), quit: make(chan struct{})}
}

// watchOwner closes quit when the owner is gone or says stop.
func (s *supervisor) watchOwner(stdin bool) {
	var once sync.Once
	stop := func() { once.Do(func() { close(s.quit) }) }
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)
	go func() { <-signals; stop() }()
	if stdin {
		go func() { _, _ = io.Copy(io.Discard, os.Stdin); stop() }()
	} else {
		signal.Ignore(syscall.SIGHUP)
	}
}

// start runs a program in its own process group; it dies with us, even with kill -9.
func (s *supervisor) start(name, path string, args ...string) error {
	log := filepath.Join(s.logs, name+".log")
	out, err := os.OpenFile(log, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	defer out.Close()
	cmd := exec.Command(path, args...)
	cmd.Stdout, cmd.Stderr, cmd.Env = out, out, s.env
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("%s did not start: %w", name, err)
	}
	c := &child{name, log, cmd, make(chan struct{})}
	s.children = append(s.children, c)
	go func() {
		_ = cmd.Wait()
		close(c.ended)
		s.died <- c
	}()
	return nil
}

// await polls until ready returns nil; it gives up when a component dies, the owner goes or time is up.
func (s *supervisor) await(what string, ready func() error) error {
	deadline := time.After(2 * time.Minute)
	for {
		err := ready()
		if err == nil {
			return nil
		}
		select {
		case c := <-s.died:
			return c.obituary()
		case <-s.quit:
			return errQuit
		case <-deadline:
			return fmt.Errorf("%s not ready after two minutes (%v), logs in %s", what, err, s.logs)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// block returns when the owner is gone, or with an error when a component dies. It does something whenever asked.
func (s *supervisor) block(asked <-chan os.Signal, do func() error) error {
	for {
		select {
		case c := <-s.died:
			return c.obituary()
		case <-s.quit:
			return nil
		case <-asked:
			if err := do(); err != nil {
				return err
			}
		}
	}
}

// kill ends one component, which then may be started again.
func (s *supervisor) kill(name string) error {
	for i, c := range s.children {
		if c.name != name {
			continue
		}
		_ = syscall.Kill(-c.cmd.Process.Pid, syscall.SIGKILL)
		<-c.ended
		s.children = append(s.children[:i:i], s.children[i+1:]...)
		if dead := <-s.died; dead != c {
			return dead.obituary()
		}
		return nil
	}
	return fmt.Errorf("no component is called %s", name)
}

// stop kills at once: a graceful API server takes a minute and keeps its port.
func (s *supervisor) stop() {
	s.stopAllBut("")
}

func (s *supervisor) stopAllBut(spared string) {
	var left []*child
	for _, c := range s.children {
		if c.name == spared {
			left = append(left, c)
			continue
		}
		_ = syscall.Kill(-c.cmd.Process.Pid, syscall.SIGKILL)
	}
	for _, c := range s.children {
		if c.name != spared {
			<-c.ended
		}
	}
	s.children = left
}

func (c *child) obituary() error {
	return fmt.Errorf("%s died (%v), its log is %s", c.name, c.cmd.ProcessState, c.log)
}
