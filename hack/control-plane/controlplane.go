package main

import (
	"crypto/tls"
	"fmt"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

const auditPolicy = `apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [RequestReceived]
rules:
- level: Metadata
`

// startControlPlane returns when the API server, the controllers and the scheduler work.
func (c *cluster) startControlPlane() error {
	if err := c.startEtcd(); err != nil {
		return err
	}
	if err := c.startAPIServer(); err != nil {
		return err
	}
	if c.options.apiOnly {
		return nil
	}
	if err := c.startControllerManager(); err != nil {
		return err
	}
	return c.startScheduler()
}

func (c *cluster) startEtcd() error {
	client, peer := "http://"+join("127.0.0.1", c.ports.etcd), "http://"+join("127.0.0.1", c.ports.etcdPeer)
	err := c.start("etcd", c.self, "etcd",
		"--data-dir="+c.path("etcd"), "--unsafe-no-fsync", "--log-level=warn",
		"--listen-client-urls="+client, "--advertise-client-urls="+client,
		"--listen-peer-urls="+peer, "--initial-advertise-peer-urls="+peer, "--initial-cluster=default="+peer)
	if err != nil {
		return err
	}
	return c.await("etcd", func() error {
		connection, err := net.Dial("tcp", join("127.0.0.1", c.ports.etcd))
		if err != nil {
			return err
		}
		return connection.Close()
	})
}

func (c *cluster) startAPIServer() error {
	flags := []string{
		"etcd-servers=http://" + join("127.0.0.1", c.ports.etcd),
		"bind-address=" + c.address,
		"advertise-address=" + c.address,
		"secure-port=" + strconv.Itoa(c.ports.apiserver),
		"cert-dir=" + c.path("pki"),
		"tls-cert-file=" + c.path("pki/apiserver.crt"),
		"tls-private-key-file=" + c.path("pki/apiserver.key"),
		"service-account-key-file=" + c.path("pki/sa.pub"),
		"service-account-signing-key-file=" + c.path("pki/sa.key"),
		"service-account-issuer=https://kubernetes.default.svc",
		"token-auth-file=" + c.path("pki/tokens.csv"),
		"authorization-mode=RBAC",
		"service-cluster-ip-range=" + serviceRange,
		"allow-privileged=true",
	}
	if c.options.realNode {
		flags = append(flags, "kubelet-preferred-address-types=InternalIP",
			"kubelet-client-certificate="+c.path("pki/kubelet-client.crt"),
			"kubelet-client-key="+c.path("pki/kubelet-client.key"))
	} else {
		// Nobody mounts the tokens here; and loopback is no address for the endpoints of Service "kubernetes".
		flags = append(flags, "disable-admission-plugins=ServiceAccount", "endpoint-reconciler-type=none")
	}
	if c.options.auditLog != "" {
		if err := os.WriteFile(c.path("etc/audit-policy.yaml"), []byte(auditPolicy), 0o600); err != nil {
			return err
		}
		// In megabytes: never begun anew, so that whoever reads on where they were finds it all.
		flags = append(flags, "audit-log-path="+c.options.auditLog, "audit-policy-file="+c.path("etc/audit-policy.yaml"),
			"audit-log-maxsize=1000000")
	}
	args := append([]string{"kube-apiserver"}, withOverrides(flags, c.options.apiserverFlags)...)
	if err := c.start("kube-apiserver", c.self, args...); err != nil {
		return err
	}
	return c.await("kube-apiserver", func() error {
		ctx, cancel := background()
		defer cancel()
		return c.client.RESTClient().Get().AbsPath("/readyz").Do(ctx).Error()
	})
}

// withOverrides drops each of our flags whose name is given again.
func withOverrides(flags, overrides []string) []string {
	given := map[string]bool{}
	for _, flag := range overrides {
		name, _, _ := strings.Cut(flag, "=")
		given[strings.TrimLeft(name, "-")] = true
	}
	var args []string
	for _, flag := range flags {
		if name, _, _ := strings.Cut(flag, "="); !given[name] {
			args = append(args, "--"+flag)
		}
	}
	for _, flag := range overrides {
		args = append(args, "--"+strings.TrimLeft(flag, "-"))
	}
	return args
}

// Their defaults, 20 to 50 queries a second and 5 Jobs at a time, would only measure themselves.
var clientRate = []string{"--kube-api-qps=500", "--kube-api-burst=500", "--leader-elect=false"}

func (c *cluster) startControllerManager() error {
	return c.start("kube-controller-manager", c.self, append([]string{"kube-controller-manager",
		"--kubeconfig=" + c.kubeconfigOf("kube-controller-manager"), "--secure-port=0",
		"--service-account-private-key-file=" + c.path("pki/sa.key"), "--root-ca-file=" + c.path("pki/ca.crt"),
		"--concurrent-job-syncs=20"}, clientRate...)...)
}

func (c *cluster) startScheduler() error {
	err := c.start("kube-scheduler", c.self, append([]string{"kube-scheduler",
		"--kubeconfig=" + c.kubeconfigOf("kube-scheduler"),
		"--bind-address=127.0.0.1", "--secure-port=" + strconv.Itoa(c.ports.scheduler)}, clientRate...)...)
	if err != nil {
		return err
	}
	if err := c.await("kube-scheduler", func() error { return probe("https://" + join("127.0.0.1", c.ports.scheduler) + "/readyz") }); err != nil {
		return err
	}
	return c.await("kube-controller-manager", func() error {
		ctx, cancel := background()
		defer cancel()
		_, err := c.client.CoreV1().ServiceAccounts("default").Get(ctx, "default", metav1.GetOptions{})
		return err
	})
}

var prober = &http.Client{
	Timeout: 5 * time.Second,
	// Only our own child on loopback is asked, which made its own certificate.
	Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}},
}

func probe(url string) error {
	response, err := prober.Get(url)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", url, response.Status)
	}
	return nil
}
