package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// The real node: containerd, kubelet and kube-proxy on a bridge of their own.
// One machine holds one, as address, bridge and iptables chains are the machine's; so its files have
// one place, whose short name leaves room for unix sockets. DIR holds the rest.
const (
	nodeName    = "minikube"
	nodeAddress = "10.200.0.1" // loopback is refused as a node's address
	podRange    = "10.201.0.0/16"
	bridge      = "jopf0"

	nodeDir          = "/var/lib/jopf-node"
	nodeLock         = "/run/jopf-node.lock"
	containerdSocket = nodeDir + "/containerd.sock"
)

// nodeNeeds maps a program to the Debian package that has it.
var nodeNeeds = [][2]string{
	{"containerd", "containerd"}, {"containerd-shim-runc-v2", "containerd"}, {"ctr", "containerd"},
	{"runc", "runc"}, {"busybox", "busybox-static"}, {"iptables", "iptables"}, {"conntrack", "conntrack"},
	{"ip", "iproute2"}, {"mount", "mount"},
}

func checkNodeNeeds() error {
	if os.Geteuid() != 0 {
		return exitCode{3, errors.New("--node needs root")}
	}
	var missing []string
	add := func(pkg string) {
		if len(missing) == 0 || missing[len(missing)-1] != pkg {
			missing = append(missing, pkg)
		}
	}
	for _, need := range nodeNeeds {
		if _, err := exec.LookPath(need[0]); err != nil {
			add(need[1])
		}
	}
	if cniPlugins() == "" {
		add("containernetworking-plugins")
	}
	if len(missing) > 0 {
		return exitCode{3, fmt.Errorf("--node needs what is missing here: apt-get install %s", strings.Join(missing, " "))}
	}
	return nil
}

func cniPlugins() string {
	for _, dir := range []string{"/usr/lib/cni", "/opt/cni/bin"} {
		if _, err := os.Stat(filepath.Join(dir, "ptp")); err == nil {
			return dir
		}
	}
	return ""
}

// prepareNode gives the node its address, before anything listens there.
func (c *cluster) prepareNode() error {
	lock, err := flock(nodeLock)
	if err != nil {
		return err
	}
	if lock == nil {
		return errors.New("a real node runs on this machine already, and there can be only one")
	}
	c.machine = lock // held until we end
	if err := removeNode(); err != nil {
		return err
	}
	foreign, err := foreignChains()
	if err != nil {
		return err
	}
	if foreign {
		return errors.New("this machine is a node of another Kubernetes: iptables has a chain KUBE-SERVICES")
	}
	if err := noteMachine(c.options.dir); err != nil {
		return err
	}
	c.address = nodeAddress
	return addBridge()
}

func (c *cluster) startNode() error {
	if err := c.startContainerd(); err != nil {
		return err
	}
	if err := importBaseImages(); err != nil {
		return err
	}
	if err := c.startKubeProxy(); err != nil {
		return err
	}
	if err := c.startKubelet(); err != nil {
		return err
	}
	if err := c.awaitKubeProxy(); err != nil {
		return err
	}
	return c.awaitNode(nodeName)
}

// stopNode ends the containers; the kubelet must be dead by then, or it would start them again.
func (c *cluster) stopNode() {
	c.stopAllBut("containerd")
	warn(removeSandboxes())
	c.stop()
	warn(errors.Join(removeTraces(), c.machine.Close()))
}

// cleanNode does for DIR what stopNode could not do because it was killed.
func cleanNode(dir string) error {
	owner, err := os.ReadFile(filepath.Join(nodeDir, "owner"))
	if err != nil || string(owner) != dir {
		return nil // no node, or another's
	}
	lock, err := flock(nodeLock)
	if err != nil || lock == nil {
		return err
	}
	defer lock.Close()
	return removeNode()
}

// removeNode clears up after a node that was killed. It starts containerd again: that knows the
// sandboxes, and they know their processes, mounts and network.
func removeNode() error {
	if _, err := os.Stat(nodeDir); err != nil {
		return nil
	}
	if _, err := os.Stat(containerdSocket); err == nil {
		s := newSupervisor(nodeDir, os.Environ())
		if err := s.start("containerd", "containerd", "--config", nodeDir+"/containerd.toml"); err != nil {
			return err
		}
		warn(s.await("containerd", runtimeAnswers))
		warn(removeSandboxes())
		s.stop()
	}
	return removeTraces()
}

func warn(err error) {
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", program, err)
	}
}
