package main

import (
	"bufio"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
)

// What the kubelet and the network plugins set on the machine and nobody sets back.
var sysctls = []string{"net/ipv4/ip_forward", "vm/overcommit_memory", "kernel/panic", "kernel/panic_on_oops"}

// Directories that the kubelet, containerd and the network plugins make, whatever they are told.
var fixedDirs = []string{"/var/lib/kubelet/device-plugins", "/var/lib/kubelet", "/var/log/containers", "/run/netns",
	"/var/lib/cni/results", "/var/lib/cni", "/run/containerd/s", "/run/containerd/runc/k8s.io", "/run/containerd/runc", "/run/containerd"}

// noteMachine remembers whose the node is and how the machine was before.
func noteMachine(owner string) error {
	var saved, missing strings.Builder
	for _, dir := range fixedDirs {
		if _, err := os.Stat(dir); err != nil {
			missing.WriteString(dir + "\n")
		}
	}
	for _, name := range sysctls {
		if value, err := os.ReadFile("/proc/sys/" + name); err == nil {
			saved.WriteString(name + "=" + strings.TrimSpace(string(value)) + "\n")
		}
	}
	if err := os.MkdirAll(nodeDir, 0o700); err != nil {
		return err
	}
	for name, text := range map[string]string{"missing": missing.String(), "sysctls": saved.String(), "owner": owner} {
		if err := os.WriteFile(filepath.Join(nodeDir, name), []byte(text), 0o600); err != nil {
			return err
		}
	}
	return nil
}

func restoreSysctls() error {
	saved, err := os.ReadFile(filepath.Join(nodeDir, "sysctls"))
	if err != nil {
		return nil // not that far
	}
	var failed error
	for line := range strings.Lines(string(saved)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		now, err := os.ReadFile("/proc/sys/" + name)
		if err == nil && strings.TrimSpace(string(now)) != value {
			failed = errors.Join(failed, os.WriteFile("/proc/sys/"+name, []byte(value), 0o644))
		}
	}
	return failed
}

// removeTraces undoes everything a node leaves on the machine, once its containers are gone.
func removeTraces() error {
	failed := errors.Join(endShims(), unmountNode(), removeBridge(), removeChains(), removeCgroups(),
		restoreSysctls(), removeLogLinks(), removeDirs())
	if failed != nil {
		return failed
	}
	return os.RemoveAll(nodeDir)
}

// endShims ends containers that containerd could not: children of a shim that was started for our socket.
func endShims() error {
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return err
	}
	parents := map[string][]string{}
	var shims []string
	for _, entry := range entries {
		stat, err := os.ReadFile("/proc/" + entry.Name() + "/stat")
		if err != nil {
			continue
		}
		_, rest, _ := strings.Cut(string(stat), ") ")
		if fields := strings.Fields(rest); len(fields) > 1 {
			parents[fields[1]] = append(parents[fields[1]], entry.Name())
		}
		line, _ := os.ReadFile("/proc/" + entry.Name() + "/cmdline")
		args := strings.Split(string(line), "\x00")
		if strings.HasSuffix(args[0], "containerd-shim-runc-v2") && slices.Contains(args, containerdSocket) {
			shims = append(shims, entry.Name())
		}
	}
	for _, shim := range shims {
		for _, pid := range append(parents[shim], shim) {
			if number, err := strconv.Atoi(pid); err == nil {
				_ = syscall.Kill(number, syscall.SIGKILL)
			}
		}
	}
	return nil
}

// unmountNode detaches every mount below the node's directory, the deepest first.
func unmountNode() error {
	mounts, err := os.Open("/proc/self/mountinfo")
	if err != nil {
		return err
	}
	defer mounts.Close()
	var points []string
	for scanner := bufio.NewScanner(mounts); scanner.Scan(); {
		if point := strings.Fields(scanner.Text())[4]; strings.HasPrefix(point, nodeDir+"/") {
			points = append(points, point)
		}
	}
	slices.Sort(points)
	slices.Reverse(points)
	var failed error
	for _, point := range points {
		failed = errors.Join(failed, syscall.Unmount(point, syscall.MNT_DETACH))
	}
	return failed
}

// removeCgroups removes the kubelet's empty groups, of version 1 (one tree for each controller) or 2.
func removeCgroups() error {
	roots, err := filepath.Glob("/sys/fs/cgroup/*/kubepods")
	if err != nil {
		return err
	}
	for _, root := range append(roots, "/sys/fs/cgroup/kubepods") {
		var groups []string
		_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && entry.IsDir() {
				groups = append(groups, path)
			}
			return nil
		})
		slices.Reverse(groups)
		for _, group := range groups {
			_ = os.Remove(group)
		}
	}
	return nil
}

func removeLogLinks() error {
	links, err := filepath.Glob("/var/log/containers/*.log")
	if err != nil {
		return err
	}
	for _, link := range links {
		if target, err := os.Readlink(link); err == nil && strings.HasPrefix(target, nodeDir+"/") {
			_ = os.Remove(link)
		}
	}
	return nil
}

// removeDirs removes the fixed directories that were not there before and are empty now, or the kubelet's own.
func removeDirs() error {
	missing, err := os.ReadFile(filepath.Join(nodeDir, "missing"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil // not that far
	}
	for dir := range strings.Lines(string(missing)) {
		if dir = strings.TrimSpace(dir); dir == fixedDirs[0] {
			_ = os.RemoveAll(dir)
		} else {
			_ = os.Remove(dir)
		}
	}
	return err
}
