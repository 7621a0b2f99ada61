package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
)

func command(name string, args ...string) error {
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w: %s", name, strings.Join(args, " "), err, bytes.TrimSpace(out))
	}
	return nil
}

func hasBridge() bool {
	_, err := os.Stat("/sys/class/net/" + bridge)
	return err == nil
}

// addBridge makes an interface nobody is connected to, only for its address: type dummy is missing in some kernels.
func addBridge() error {
	if !hasBridge() {
		if err := command("ip", "link", "add", bridge, "type", "bridge"); err != nil {
			return err
		}
	}
	if err := command("ip", "address", "replace", nodeAddress+"/32", "dev", bridge); err != nil {
		return err
	}
	return command("ip", "link", "set", bridge, "up")
}

func removeBridge() error {
	if !hasBridge() {
		return nil
	}
	return command("ip", "link", "delete", bridge)
}

// foreignChains says whether another Kubernetes node works on this machine; what we left ourselves is removed before.
func foreignChains() (bool, error) {
	rules, err := exec.Command("iptables-save", "-t", "nat").Output()
	if err != nil {
		return false, fmt.Errorf("iptables-save: %w", err)
	}
	return bytes.Contains(rules, []byte(":KUBE-SERVICES ")), nil
}

var (
	kubeLine   = regexp.MustCompile(`^:KUBE-|^-A KUBE-| -j KUBE-`)
	jopfChain  = regexp.MustCompile(`(CNI-[0-9a-f]+|CNI-DN-[0-9a-f]+) .*name: \\"jopf\\"|name: \\"jopf\\".* -j (CNI-[0-9a-f]+|CNI-DN-[0-9a-f]+)`)
	hostports  = regexp.MustCompile(`CNI-HOSTPORT-`)
	cniPerPods = regexp.MustCompile(`^:CNI-(DN-)?[0-9a-f]+ `)
)

// removeChains takes our chains out of iptables and ip6tables and leaves every other rule as it is.
func removeChains() error {
	for _, tool := range []string{"iptables", "ip6tables"} {
		rules, err := exec.Command(tool + "-save").Output()
		if err != nil {
			continue // no IPv6 here
		}
		kept := withoutOurs(string(rules))
		if kept == string(rules) {
			continue
		}
		restore := exec.Command(tool + "-restore")
		restore.Stdin = strings.NewReader(kept)
		if out, err := restore.CombinedOutput(); err != nil {
			return fmt.Errorf("%s-restore: %w: %s", tool, err, out)
		}
	}
	return nil
}

func withoutOurs(rules string) string {
	ours := map[string]bool{}
	for _, match := range jopfChain.FindAllStringSubmatch(rules, -1) {
		ours[match[1]+match[2]] = true
	}
	lines := strings.SplitAfter(rules, "\n")
	foreignPods := false
	keep := func(line string, last bool) bool {
		chain, _, _ := strings.Cut(strings.TrimPrefix(line, ":"), " ")
		if kubeLine.MatchString(line) || strings.Contains(line, `name: \"jopf\"`) || ours[chain] {
			return false
		}
		for name := range ours {
			if strings.HasPrefix(line, "-A "+name+" ") || strings.Contains(line, "-j "+name+"\n") {
				return false
			}
		}
		foreignPods = foreignPods || cniPerPods.MatchString(line)
		return !last || foreignPods || !hostports.MatchString(line)
	}
	for _, last := range []bool{false, true} { // the chains all pods share go when no pod is left
		var kept []string
		for _, line := range lines {
			if keep(line, last) {
				kept = append(kept, line)
			}
		}
		lines = kept
	}
	return strings.Join(lines, "")
}
