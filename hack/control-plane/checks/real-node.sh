# shellcheck shell=bash
# shellcheck disable=SC2154 # here, dir and work are "test"'s
# What "test --node" looks at.

manifests() {
  cat <<'YAML'
apiVersion: batch/v1
kind: Job
metadata:
  name: sleeper
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
      - name: c
        image: busybox:1.28
        imagePullPolicy: IfNotPresent
        command: [sh, -c, "sleep 3s; echo slept in $(pwd); ls /var/run/secrets/kubernetes.io/serviceaccount"]
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
      - name: c
        image: busybox:1.28
        command: [sh, -c, "mkdir /tmp/www; echo it works >/tmp/www/index.html; exec httpd -f -p 8888 -h /tmp/www"]
        readinessProbe:
          httpGet: {path: /index.html, port: 8888}
          periodSeconds: 1
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: {app: web}
  ports:
  - port: 80
    targetPort: 8888
YAML
}

# shellcheck disable=SC2016
answers() { # a GET with nothing but bash
  timeout 2 bash -c 'exec 3<>"/dev/tcp/$0/80"; printf "GET /index.html HTTP/1.0\r\n\r\n" >&3; grep "it works" <&3' "$1"
}

own_image() {
  mkdir -p "$work/rootfs/bin" && cp "$(command -v busybox)" "$work/rootfs/bin/busybox"
  "$here/image" hello:1 "$work/rootfs" "$work/hello.tar" -- /bin/busybox echo hello from an own image
  "$here/import" "$dir" "$work/hello.tar"
  kubectl run hello --image=hello:1 --restart=Never --image-pull-policy=Never
  wait_for jsonpath='{.status.phase}'=Succeeded pod/hello
  kubectl logs hello | grep "own image"
}

clean_machine() {
  local left
  left=$(pgrep -af 'containerd.*jopf-node' || true)$(grep jopf-node /proc/mounts || true)
  left+=$(iptables-save | grep -E 'KUBE-|jopf' || true)$(ip -brief link show | grep -E '^(jopf0|veth)' || true)
  left+=$(find /var/lib/jopf-node /var/lib/kubelet /sys/fs/cgroup -maxdepth 2 -name 'kubepods*' -o -path '*/jopf-node/*' 2>/dev/null || true)
  [[ -z $left ]] || { echo "$left" && return 1; }
}

killed() {
  kill -KILL "$(cat "$dir/.jopf-control-plane")"
  until_true 10 no_process
}

check_leftovers() { check "nothing is left on the machine" until_true 10 clean_machine; }

check "up --node" "$here/up" --node "$dir"
check "node minikube" is "$(kubectl get nodes -o name)" node/minikube
check "a Job, a Deployment, a Service" kubectl create -f <(manifests)
check "the Deployment's readiness probe succeeds" wait_for condition=Available deployment/web
check "the Service answers on its ClusterIP" until_true 10 answers "$(kubectl get service web -o jsonpath='{.spec.clusterIP}')"
check "the Job completes" wait_for condition=Complete job/sleeper
check "its log can be read" grep -q "slept in /" <(kubectl logs job/sleeper)
check "a service account token is in its pod" grep -q token <(kubectl logs job/sleeper)
check "exec" grep -q httpd <(kubectl exec deployment/web -- ps)
check "an image of one's own" own_image
check "killed with kill -9" killed
check "up again after that" "$here/up" --node "$dir"
check "  starts empty" is "$(kubectl get deployments -A -o name)" ""
