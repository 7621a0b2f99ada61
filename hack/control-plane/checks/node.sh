# shellcheck shell=bash
# shellcheck disable=SC2154 # here, dir and work are "test"'s
# What "test" looks at with simulated nodes.

job() { # name, annotations as JSON, command
  kubectl create -f - <<JSON
{"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "$1"}, "spec": {"backoffLimit": 0,
  "template": {"metadata": {"annotations": $2}, "spec": {"restartPolicy": "Never",
  "containers": [{"name": "c", "image": "busybox:1.28", "command": ["sh", "-c", "$3"]}]}}}}
JSON
}

exit_code() {
  kubectl get pods -l "job-name=$1" -o jsonpath='{.items[0].status.containerStatuses[0].state.terminated.exitCode}'
}

seconds_of() {
  local times
  times=$(kubectl get pods -l "job-name=$1" -o jsonpath='{.items[0].status.containerStatuses[0].state.terminated.startedAt} {.items[0].status.containerStatuses[0].state.terminated.finishedAt}')
  echo $(($(date -d "${times#* }" +%s) - $(date -d "${times% *}" +%s)))
}

about() { (($1 >= $2 - 1 && $1 <= $2 + 1)) || { echo "$1 seconds, not about $2" && return 1; }; }

deployment() { # name, annotations as JSON
  kubectl create -f - <<JSON
{"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "$1"}, "spec": {"replicas": 2,
  "selector": {"matchLabels": {"app": "$1"}}, "template": {"metadata": {"labels": {"app": "$1"}, "annotations": $2},
  "spec": {"containers": [{"name": "c", "image": "nginx"}]}}}}
JSON
}

ready_replicas() { kubectl get deployment "$1" -o jsonpath='{.status.readyReplicas}'; }
own_node() { printf '{"apiVersion": "v1", "kind": "Node", "metadata": {"name": "late"}}' | kubectl create -f -; }
forbidden() { grep Forbidden <(kubectl --kubeconfig "$dir/kubeconfig.dev" get pods 2>&1); }
both_run() { [[ $(kubectl get pods -l "app=$1" --field-selector status.phase=Running -o name | wc -l) == 2 ]]; }
check_leftovers() { :; }

check "up" "$here/up" --user dev:developers --audit-log "$work/audit.log" "$dir"
check "up again says it is up" grep -q "already up" <("$here/up" "$dir" 2>&1)
check "five nodes" is "$(kubectl get nodes -o name | tr -d '\n')" node/minikubenode/node1node/node2node/node3node/node4
check "a node made later gets Ready" own_node
check "  and stays so" wait_for condition=Ready node/late
check "a user without rights has none" forbidden
check "the audit log names him" until_true 5 grep -q '"username":"dev"' "$work/audit.log"
check "a Job" job succeeds '{}' "echo hello"
check "  completes" wait_for condition=Complete job/succeeds
check "a Job with exit-code 3" job fails '{"test.jopf.io/exit-code": "3", "test.jopf.io/run-for": "300ms"}' "echo hello"
check "  fails" wait_for condition=Failed job/fails
check "  with that code" is "$(exit_code fails)" 3
check "a Job that says exit 7" job text '{}' "sleep 0.2; exit 7"
check "  fails" wait_for condition=Failed job/text
check "  with that code" is "$(exit_code text)" 7
check "a Job that sleeps 2" job sleeps '{}' "sleep 2"
check "  completes" wait_for condition=Complete job/sleeps
check "  after about 2 seconds" about "$(seconds_of sleeps)" 2
check "a Deployment" deployment web '{}'
check "  becomes available" wait_for condition=Available deployment/web
check "a Deployment that is never ready" deployment never '{"test.jopf.io/never-ready": "true"}'
check "  runs" until_true 20 both_run never
check "  and is not ready" is "$(ready_replicas never)" ""
check "deleting a Deployment" kubectl delete deployment web --cascade=foreground --timeout=30s
check "  takes its pods along" is "$(kubectl get pods -l app=web -o name)" ""
check "down" "$here/down" "$dir"
check "up with --speed 20 and no nodes" "$here/up" --speed 20 --nodes "" "$dir"
check "a node of the test" own_node
check "a Job that sleeps 100" job long '{}' "sleep 100s"
check "  completes" wait_for condition=Complete job/long
check "  after about 5 seconds" about "$(seconds_of long)" 5
