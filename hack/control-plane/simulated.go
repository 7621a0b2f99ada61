package main

import (
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// What kwok does with a pod. In the files SPEED stands for --speed.
//
//go:embed stages/*.yaml
var stages embed.FS

// startSimulatedNodes lets kwok play the kubelet of every Node object there is or will be.
func (c *cluster) startSimulatedNodes() error {
	if err := c.writeStages(); err != nil {
		return err
	}
	address := join("127.0.0.1", c.ports.kwok)
	err := c.start("kwok", filepath.Join(filepath.Dir(c.self), "kwok"),
		"--kubeconfig="+c.kubeconfigOf("kwok"), "--config="+c.path("etc/kwok.yaml"), "--server-address="+address)
	if err != nil {
		return err
	}
	for _, name := range c.options.nodes {
		if err := c.createNode(name); err != nil {
			return err
		}
	}
	if err := c.await("kwok", func() error { return probe("http://" + address + "/healthz") }); err != nil {
		return err
	}
	for _, name := range c.options.nodes {
		if err := c.awaitNode(name); err != nil {
			return err
		}
	}
	return nil
}

func (c *cluster) writeStages() error {
	files, err := stages.ReadDir("stages")
	if err != nil {
		return err
	}
	var all strings.Builder
	for _, file := range files {
		text, err := stages.ReadFile("stages/" + file.Name())
		if err != nil {
			return err
		}
		all.Write(text)
	}
	config := strings.ReplaceAll(all.String(), "SPEED", strconv.FormatFloat(c.options.speed, 'f', -1, 64))
	return os.WriteFile(c.path("etc/kwok.yaml"), []byte(config), 0o600)
}

func (c *cluster) createNode(name string) error {
	ctx, cancel := background()
	defer cancel()
	node := &corev1.Node{ObjectMeta: metav1.ObjectMeta{Name: name, Labels: map[string]string{
		corev1.LabelHostname:   name,
		corev1.LabelOSStable:   "linux",
		corev1.LabelArchStable: "amd64",
	}}}
	_, err := c.client.CoreV1().Nodes().Create(ctx, node, metav1.CreateOptions{})
	if apierrors.IsAlreadyExists(err) {
		return nil
	}
	return err
}

// awaitNode returns when pods can be scheduled to the node: Ready, and no taint of the node controller left.
func (c *cluster) awaitNode(name string) error {
	return c.await("node "+name, func() error {
		ctx, cancel := background()
		defer cancel()
		node, err := c.client.CoreV1().Nodes().Get(ctx, name, metav1.GetOptions{})
		if err != nil {
			return err
		}
		for _, condition := range node.Status.Conditions {
			if condition.Type == corev1.NodeReady && condition.Status == corev1.ConditionTrue && len(node.Spec.Taints) == 0 {
				return nil
			}
		}
		return fmt.Errorf("node %s is not schedulable yet", name)
	})
}
