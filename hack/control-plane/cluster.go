package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"math/big"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
	"time"

	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"
)

const (
	serviceRange = "10.96.0.0/16"
	serviceIP    = "10.96.0.1" // the Service "kubernetes"
)

// cluster is one control plane in one directory.
type cluster struct {
	options options
	*supervisor
	self    string // this binary
	address string // where the components listen
	ports   struct{ etcd, etcdPeer, apiserver, scheduler, kwok int }
	client  *kubernetes.Clientset
	machine *os.File // the lock on the machine's one real node
}

// run starts everything, says "ready <kubeconfig>" and blocks until the owner is gone.
func run(args []string) error {
	runtime.LockOSThread() // for Pdeathsig, see supervisor
	o, err := parseOptions(args)
	if err != nil {
		return err
	}
	if o.realNode {
		if err := checkNodeNeeds(); err != nil {
			return err
		}
	}
	release, err := claim(o.dir)
	if err != nil {
		return err
	}
	defer release()

	c := &cluster{options: o, address: "127.0.0.1"}
	c.supervisor = newSupervisor(c.path("logs"), append(os.Environ(), "HOME="+o.dir, "KUBECONFIG="))
	c.watchOwner(!o.untilSignal)
	defer c.teardown()
	if err := c.up(); err != nil {
		return err
	}
	restart := make(chan os.Signal, 1)
	signal.Notify(restart, syscall.SIGUSR1)
	fmt.Println("ready " + c.path("kubeconfig"))
	if err := c.block(restart, c.restartAPIServer); err != nil {
		c.note(err)
		return err
	}
	return nil
}

// note keeps the last words for a person who started us detached.
func (c *cluster) note(last error) {
	_ = os.WriteFile(c.path("logs/run.log"), []byte(time.Now().Format(time.RFC3339)+" "+last.Error()+"\n"), 0o600)
}

func (c *cluster) up() error {
	if err := c.prepare(); err != nil {
		return err
	}
	if err := c.startControlPlane(); err != nil {
		return err
	}
	if c.options.apiOnly {
		return nil
	}
	if c.options.realNode {
		return c.startNode()
	}
	return c.startSimulatedNodes()
}

// prepare writes every file the components read.
func (c *cluster) prepare() error {
	var err error
	if c.self, err = os.Executable(); err != nil {
		return err
	}
	for _, port := range []*int{&c.ports.etcd, &c.ports.etcdPeer, &c.ports.apiserver, &c.ports.scheduler, &c.ports.kwok} {
		if *port, err = freePort(); err != nil {
			return err
		}
	}
	if c.options.realNode {
		if err := c.prepareNode(); err != nil {
			return err
		}
	}
	for _, dir := range []string{"pki", "etc", "logs"} {
		if err := os.MkdirAll(c.path(dir), 0o700); err != nil {
			return err
		}
	}
	if err := writePKI(c.path("pki"), c.address); err != nil {
		return err
	}
	if err := c.writeUsers(); err != nil {
		return err
	}
	config, err := clientcmd.BuildConfigFromFlags("", c.path("kubeconfig"))
	if err != nil {
		return err
	}
	config.QPS, config.Burst, config.Timeout = 100, 100, 10*time.Second
	c.client, err = kubernetes.NewForConfig(config)
	return err
}

func (c *cluster) teardown() {
	if c.machine != nil {
		c.stopNode()
	} else {
		c.stop()
	}
}

func (c *cluster) path(name string) string { return filepath.Join(c.options.dir, name) }

func (c *cluster) server() string { return "https://" + join(c.address, c.ports.apiserver) }

func join(host string, port int) string { return net.JoinHostPort(host, strconv.Itoa(port)) }

// freePort looks outside the ranges of outgoing connections and of NodePorts, so that neither takes it meanwhile.
func freePort() (int, error) {
	for range 100 {
		random, err := rand.Int(rand.Reader, big.NewInt(10000))
		if err != nil {
			return 0, err
		}
		port := 20000 + int(random.Int64())
		if listener, err := net.Listen("tcp", join("", port)); err == nil {
			return port, listener.Close()
		}
	}
	return 0, errors.New("no free port between 20000 and 29999")
}

func background() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), 10*time.Second)
}
