package main

import (
	"fmt"
	"os"
	"strconv"
)

const (
	kubeletPort  = 10250
	proxyHealth  = 10256
	proxyMetrics = 10249
)

// Thresholds are low and the images are never collected: nobody could pull them again.
const kubeletConfig = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
address: %[1]s
port: %[2]d
healthzPort: 0
authentication:
  anonymous: {enabled: false}
  webhook: {enabled: false}
  x509: {clientCAFile: %[3]s/pki/ca.crt}
authorization: {mode: AlwaysAllow}
containerRuntimeEndpoint: unix://%[4]s/containerd.sock
podLogsDir: %[4]s/pods
volumePluginDir: %[4]s/volumeplugins
cgroupDriver: cgroupfs
enforceNodeAllocatable: []
failSwapOn: false
failCgroupV1: false
makeIPTablesUtilChains: false
oomScoreAdj: 0
registerWithTaints: []
serializeImagePulls: false
imageGCHighThresholdPercent: 100
evictionHard: {memory.available: 50Mi, nodefs.available: 1%%, nodefs.inodesFree: 1%%, imagefs.available: 1%%}
`

// Times and limits of 0 leave the machine's own conntrack settings alone.
const proxyConfig = `apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: iptables
hostnameOverride: %[1]s
bindAddress: %[2]s
healthzBindAddress: %[2]s:%[3]d
metricsBindAddress: %[2]s:%[4]d
nodePortAddresses: [%[2]s/32]
clusterCIDR: %[5]s
clientConnection: {kubeconfig: %[6]s}
oomScoreAdj: 0
iptables: {localhostNodePorts: false}
conntrack: {maxPerCore: 0, min: 0, tcpEstablishedTimeout: 0s, tcpCloseWaitTimeout: 0s}
`

func (c *cluster) startKubelet() error {
	config := c.path("etc/kubelet.yaml")
	text := fmt.Appendf(nil, kubeletConfig, nodeAddress, kubeletPort, c.options.dir, nodeDir)
	if err := os.WriteFile(config, text, 0o600); err != nil {
		return err
	}
	return c.start("kubelet", c.self, "kubelet", "--config="+config, "--kubeconfig="+c.kubeconfigOf("kubelet"),
		"--hostname-override="+nodeName, "--node-ip="+nodeAddress,
		"--root-dir="+nodeDir+"/kubelet", "--cert-dir="+nodeDir+"/kubelet/pki")
}

func (c *cluster) startKubeProxy() error {
	config := c.path("etc/kube-proxy.yaml")
	text := fmt.Appendf(nil, proxyConfig, nodeName, nodeAddress, proxyHealth, proxyMetrics, podRange, c.kubeconfigOf("kube-proxy"))
	if err := os.WriteFile(config, text, 0o600); err != nil {
		return err
	}
	return c.start("kube-proxy", c.self, "kube-proxy", "--config="+config)
}

// awaitKubeProxy returns when Services work.
func (c *cluster) awaitKubeProxy() error {
	return c.await("kube-proxy", func() error {
		return probe("http://" + nodeAddress + ":" + strconv.Itoa(proxyHealth) + "/healthz")
	})
}
