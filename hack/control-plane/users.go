package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// user is one line of the API server's token file and one kubeconfig.
type user struct {
	name       string
	groups     []string
	kubeconfig string
}

const masters = "system:masters"

// users lists the admin, one user per component (so that an audit log tells them apart) and those asked for.
func (c *cluster) users() ([]user, error) {
	users := []user{{"admin", []string{masters}, c.path("kubeconfig")}}
	for _, component := range []string{"kube-controller-manager", "kube-scheduler", "kubelet", "kube-proxy", "kwok"} {
		users = append(users, user{"system:" + component, []string{masters}, c.kubeconfigOf(component)})
	}
	taken := map[string]bool{"admin": true}
	for _, spec := range c.options.users {
		name, groups, _ := strings.Cut(spec, ":")
		if name == "" || strings.ContainsAny(spec, "/\" \n") || taken[name] {
			return nil, exitCode{2, fmt.Errorf("--user %q: expected a new name[:group,...]", spec)}
		}
		taken[name] = true
		u := user{name: name, kubeconfig: c.path("kubeconfig." + name)}
		if groups != "" {
			u.groups = strings.Split(groups, ",")
		}
		users = append(users, u)
	}
	return users, nil
}

// writeUsers writes the token file and every kubeconfig.
func (c *cluster) writeUsers() error {
	users, err := c.users()
	if err != nil {
		return err
	}
	ca, err := os.ReadFile(c.path("pki/ca.crt"))
	if err != nil {
		return err
	}
	var tokens strings.Builder
	for _, u := range users {
		token, err := newToken()
		if err != nil {
			return err
		}
		fmt.Fprintf(&tokens, "%s,%s,%s,\"%s\"\n", token, u.name, u.name, strings.Join(u.groups, ","))
		if err := os.WriteFile(u.kubeconfig, []byte(c.kubeconfig(u.name, token, ca)), 0o600); err != nil {
			return err
		}
	}
	return os.WriteFile(c.path("pki/tokens.csv"), []byte(tokens.String()), 0o600)
}

func (c *cluster) kubeconfig(name, token string, ca []byte) string {
	return fmt.Sprintf(`apiVersion: v1
kind: Config
current-context: jopf
clusters:
- name: jopf
  cluster:
    server: %s
    certificate-authority-data: %s
users:
- name: %q
  user:
    token: %s
contexts:
- name: jopf
  context:
    cluster: jopf
    user: %q
`, c.server(), base64.StdEncoding.EncodeToString(ca), name, token, name)
}

func (c *cluster) kubeconfigOf(component string) string {
	return filepath.Join(c.path("etc"), component+".kubeconfig")
}
