package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	cri "k8s.io/cri-api/pkg/apis/runtime/v1"
)

const pauseImage = "docker.io/library/pause:jopf"

// restrict_oom_score_adj: without CAP_SYS_RESOURCE a sandbox could not be started.
const containerdConfig = `version = 2
root = "%[1]s/containerd"
state = "%[1]s/state"
disabled_plugins = ["io.containerd.internal.v1.tracing", "io.containerd.snapshotter.v1.aufs", "io.containerd.snapshotter.v1.btrfs", "io.containerd.snapshotter.v1.devmapper", "io.containerd.snapshotter.v1.zfs"]
[grpc]
  address = "%[1]s/containerd.sock"
[plugins."io.containerd.internal.v1.opt"]
  path = "%[1]s/opt"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "%[2]s"
  restrict_oom_score_adj = true
  tolerate_missing_hugetlb_controller = true
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "%[3]s"
    conf_dir = "%[1]s/cni"
  [plugins."io.containerd.grpc.v1.cri".containerd]
    snapshotter = "overlayfs"
    default_runtime_name = "runc"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
      runtime_type = "io.containerd.runc.v2"
      [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
        SystemdCgroup = false
`

const cniConfig = `{"cniVersion": "0.4.0", "name": "jopf", "plugins": [
  {"type": "ptp", "ipMasq": true, "mtu": 1500, "ipam": {"type": "host-local", "dataDir": "%s/ipam",
   "ranges": [[{"subnet": "%s"}]], "routes": [{"dst": "0.0.0.0/0"}]}},
  {"type": "portmap", "capabilities": {"portMappings": true}}]}
`

func (c *cluster) startContainerd() error {
	if err := os.MkdirAll(nodeDir+"/cni", 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(nodeDir+"/cni/jopf.conflist", fmt.Appendf(nil, cniConfig, nodeDir, podRange), 0o600); err != nil {
		return err
	}
	config := nodeDir + "/containerd.toml"
	if err := os.WriteFile(config, fmt.Appendf(nil, containerdConfig, nodeDir, pauseImage, cniPlugins()), 0o600); err != nil {
		return err
	}
	if err := c.start("containerd", "containerd", "--config", config); err != nil {
		return err
	}
	return c.await("containerd", runtimeAnswers)
}

// withRuntime calls containerd as a kubelet does.
func withRuntime(call func(context.Context, cri.RuntimeServiceClient) error) error {
	connection, err := grpc.NewClient("unix://"+containerdSocket,
		grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	defer connection.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return call(ctx, cri.NewRuntimeServiceClient(connection))
}

func runtimeAnswers() error {
	return withRuntime(func(ctx context.Context, runtime cri.RuntimeServiceClient) error {
		_, err := runtime.Version(ctx, &cri.VersionRequest{})
		return err
	})
}

// removeSandboxes kills every container, unmounts what they had and takes their network away.
func removeSandboxes() error {
	if _, err := os.Stat(containerdSocket); err != nil {
		return nil
	}
	return withRuntime(func(ctx context.Context, runtime cri.RuntimeServiceClient) error {
		list, err := runtime.ListPodSandbox(ctx, &cri.ListPodSandboxRequest{})
		if err != nil {
			return err
		}
		results := make(chan error)
		for _, sandbox := range list.Items {
			go func() {
				_, err := runtime.StopPodSandbox(ctx, &cri.StopPodSandboxRequest{PodSandboxId: sandbox.Id})
				if err == nil {
					_, err = runtime.RemovePodSandbox(ctx, &cri.RemovePodSandboxRequest{PodSandboxId: sandbox.Id})
				}
				results <- err
			}()
		}
		var failed error
		for range list.Items {
			failed = errors.Join(failed, <-results)
		}
		return failed
	})
}

// importImage gives a docker archive to containerd.
func importImage(archive string) error {
	out, err := exec.Command("ctr", "--address", containerdSocket, "--namespace", "k8s.io",
		"images", "import", archive).CombinedOutput()
	if err != nil {
		return fmt.Errorf("import of %s: %w: %s", archive, err, out)
	}
	return nil
}
