// Command jopf-control-plane is a whole Kubernetes control plane in one binary:
// each component is a sub-command, and "run" starts and supervises them all.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"k8s.io/klog/v2"
)

const program = "jopf-control-plane"

const help = `usage: jopf-control-plane <command> [...]

  run [flags] DIR    a control plane in DIR, until stdin ends or SIGTERM; "run --help" lists the flags
  status DIR         "running <kubeconfig>" (exit 0) or "stopped" (exit 1)
  down DIR           stop what runs in DIR and remove what it left there
  image [flags] NAME ROOTFS OUT.tar [-- ENTRYPOINT...]
                     a docker archive from a directory
  import DIR X.tar   load a docker archive into the real node that runs in DIR

  etcd, kube-apiserver, kube-controller-manager, kube-scheduler, kubelet, kube-proxy
                     one component, with its own flags
`

// commands are our own; each returns what went wrong.
var commands = map[string]func(args []string) error{
	"run":    run,
	"status": status,
	"down":   down,
	"image":  image,
	"import": importArchive,
}

// exitCode is an error that wants an exit code other than 1.
type exitCode struct {
	code int
	error
}

func main() {
	if len(os.Args) < 2 || os.Args[1] == "--help" || os.Args[1] == "-h" || os.Args[1] == "help" {
		fmt.Print(help)
		return
	}
	name, args := os.Args[1], os.Args[2:]
	if component, ok := components[name]; ok {
		os.Args = append([]string{name}, args...) // where the components look
		os.Exit(component())
	}
	command, ok := commands[name]
	if !ok {
		fmt.Fprintf(os.Stderr, "%s: no command %q\n\n%s", program, name, help)
		os.Exit(2)
	}
	// What client libraries log while a component is not up yet is no news.
	klog.LogToStderr(false)
	klog.SetOutput(io.Discard)
	if err := command(args); err != nil {
		if err.Error() != "" {
			fmt.Fprintf(os.Stderr, "%s: %v\n", program, err)
		}
		var wanted exitCode
		if errors.As(err, &wanted) {
			os.Exit(wanted.code)
		}
		os.Exit(1)
	}
}
