package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
)

// restartAPIServer makes it forget all history: etcd is compacted, and the new process has no cache of its own.
func (c *cluster) restartAPIServer() error {
	if err := c.compact(); err != nil {
		return err
	}
	if err := c.kill("kube-apiserver"); err != nil {
		return err
	}
	if err := c.startAPIServer(); err != nil {
		return err
	}
	fmt.Println("restarted kube-apiserver")
	return nil
}

func (c *cluster) compact() error {
	var answer struct {
		Header struct{ Revision string }
	}
	if err := c.etcd("range", map[string]any{"key": []byte{0}}, &answer); err != nil {
		return err
	}
	return c.etcd("compaction", map[string]any{"revision": answer.Header.Revision, "physical": true}, nil)
}

func (c *cluster) etcd(operation string, request, answer any) error {
	body, err := json.Marshal(request)
	if err != nil {
		return err
	}
	url := "http://" + join("127.0.0.1", c.ports.etcd) + "/v3/kv/" + operation
	response, err := prober.Post(url, "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", url, response.Status)
	}
	if answer == nil {
		return nil
	}
	return json.NewDecoder(response.Body).Decode(answer)
}
