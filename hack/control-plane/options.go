package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"
)

// options are what a person or a test may say to "run".
type options struct {
	dir            string
	realNode       bool
	nodes          []string
	speed          float64
	users          []string
	auditLog       string
	apiserverFlags []string
	apiOnly        bool
	untilSignal    bool
}

func parseOptions(args []string) (options, error) {
	var o options
	nodes := "minikube,node1,node2,node3,node4"
	f := pflag.NewFlagSet("run", pflag.ContinueOnError)
	f.SortFlags = false
	f.StringVar(&nodes, "nodes", nodes, `simulated nodes; "" for none, a test may make its own`)
	f.Float64Var(&o.speed, "speed", 1, "simulated pods run this many times faster")
	f.BoolVar(&o.realNode, "node", false, "one real node (containerd, kubelet, kube-proxy) instead of simulated ones; needs root")
	f.StringArrayVar(&o.users, "user", nil, "name[:group,...], repeatable: one more token user, with DIR/kubeconfig.<name>")
	f.StringVar(&o.auditLog, "audit-log", "", "the API server writes every request to this file")
	f.StringArrayVar(&o.apiserverFlags, "apiserver-flag", nil, "name=value, repeatable: one more flag of kube-apiserver, or another value for one of ours")
	f.BoolVar(&o.apiOnly, "api-only", false, "only etcd and the API server: no controllers, no scheduler, nothing that runs pods")
	f.BoolVar(&o.untilSignal, "until-signal", false, "do not stop when stdin ends, only on SIGTERM or SIGINT")
	f.Usage = func() {
		fmt.Printf("usage: %s run [flags] DIR\n\n%s", program, f.FlagUsages())
	}
	if err := f.Parse(args); err != nil {
		if errors.Is(err, pflag.ErrHelp) {
			return o, exitCode{0, errors.New("")}
		}
		return o, exitCode{2, err}
	}
	if f.NArg() != 1 {
		return o, exitCode{2, errors.New("run needs exactly one DIR")}
	}
	if o.apiOnly && o.realNode {
		return o, exitCode{2, errors.New("--api-only has no node")}
	}
	if o.speed <= 0 {
		return o, exitCode{2, errors.New("--speed must be greater than 0")}
	}
	for _, name := range strings.Split(nodes, ",") {
		if name = strings.TrimSpace(name); name != "" {
			o.nodes = append(o.nodes, name)
		}
	}
	for _, flag := range o.apiserverFlags {
		if !strings.Contains(flag, "=") {
			return o, exitCode{2, fmt.Errorf("--apiserver-flag %s: expected name=value", flag)}
		}
	}
	var err error
	if o.dir, err = filepath.Abs(f.Arg(0)); err != nil {
		return o, err
	}
	if o.auditLog != "" {
		if o.auditLog, err = filepath.Abs(o.auditLog); err != nil {
			return o, err
		}
	}
	return o, nil
}
