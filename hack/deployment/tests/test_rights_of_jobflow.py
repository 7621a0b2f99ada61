"""The JobFlow operator under the rights that are deployed."""

import pytest
import yaml
from support.cluster import await_that
from support.rights import given, refused, used
from support.tools import ROOT, Operator

NAMESPACE = "jobflow-operator"
RBAC = "rbac.authorization.k8s.io/v1"
API = "api.practice.com/v1alpha1"


@pytest.fixture
def operator(newest, clean, tmp_path):
    newest.play("site_jobflow.yaml", {"jf_image_tag": "1.0.0"})
    running = Operator(clean, "jobflow-operator", NAMESPACE, tmp_path)
    yield running
    running.kill()


def apply(cluster, path, namespace="default"):
    for definition in yaml.safe_load_all((ROOT / path).read_text()):
        definition["metadata"]["namespace"] = namespace
        quicken(definition)
        cluster.create(definition)


def quicken(part):
    """Has all containers sleep for a second."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "command":
                part[key] = [text.replace("100s", "1s").replace("10s", "1s") for text in value]
            quicken(value)
    elif isinstance(part, list):
        for value in part:
            quicken(value)


def state(cluster, kind, name):
    return (cluster.get(API, kind, name, "default").get("status") or {}).get("state")


def test_the_rights_are_enough_and_none_is_idle(operator, clean):
    operator.await_leading()
    flow_with_time_to_live(clean)
    for example in ("jobtemplate/example", "jobflow/example", "jobflow/example-job-error", "jobflow/example-with-jobTemplate", "daemonjob/example"):
        apply(clean, f"examples/{example}.yaml")
    somebody_has_the_name(clean)
    template_that_changes(clean)
    flow_that_reads_what_a_step_put_out(clean)
    flow_that_is_cancelled(clean)
    flow_that_does_not_stay(clean)
    claim_that_waits(clean)
    schedules(clean)
    ends = {
        ("JobFlow", "jobflow-example"): "Succeed",
        ("JobFlow", "jobflow-example-error"): "Failed",
        ("JobFlow", "jobflow-example-template"): "Succeed",
        ("DaemonJob", "daemonjob-example"): "Succeed",
        ("JobFlow", "short"): "Succeed",
        ("JobFlow", "taken"): "Failed",
        ("JobFlow", "frozen"): "Succeed",
    }
    for (kind, name), end in ends.items():
        await_that(f"{name} ends as {end}", lambda k=kind, n=name, e=end: state(clean, k, n) == e, patience=180)
    templates = clean.list(API, "JobTemplate", "default")
    assert any((one.get("status") or {}).get("dependencyList") for one in templates)
    await_that("the outcome is stored, so that the Job may go", lambda: not clean.get("batch/v1", "Job", "short-only", "default"))
    await_that("the cancelled Job goes", lambda: not clean.get("batch/v1", "Job", "cancelled-only", "default"))
    await_that("its time to live is over", lambda: not clean.get(API, "JobFlow", "gone", "default"))
    for name in ("flows", "daemons"):
        await_that(f"a run of {name} has ended and gone", lambda n=name: "lastSuccessfulTime" in (clean.get(API, "CronJobFlow", n, "default").get("status") or {}), patience=180)
    await_that("outputs are read", lambda: ("", "pods", "list") in used(operator.requests()))
    await_that("the claim is looked at", lambda: ("storage.k8s.io", "storageclasses", "get") in used(operator.requests()))
    roles = [
        clean.get(RBAC, "ClusterRole", "jobflow-operator"),
        clean.get(RBAC, "Role", "jobflow-operator", NAMESPACE),
    ]
    # events are counted where the same thing happens again, which the notebooks' test has
    wanted = given(*roles, seldom=["jobflows", "daemonjobs", "jobtemplates", "cronjobflows"]) - {("events.k8s.io", "events", "patch")}
    operator.stop()

    requests = operator.requests()
    assert refused(requests) == []
    assert wanted - used(requests) == set()


def job(seconds, env=()):
    container = {"name": "one", "image": "busybox:1.28", "command": ["sh", "-c", f"sleep {seconds}s"], "env": list(env)}
    return {"template": {"spec": {"restartPolicy": "Never", "containers": [container]}}}


def create(cluster, kind, name, **spec):
    metadata = {"name": name, "namespace": "default"}
    cluster.create({"apiVersion": API, "kind": kind, "metadata": metadata, "spec": spec})


def flow_with_time_to_live(cluster):
    create(cluster, "JobFlow", "short", flows=[{"name": "only", "jobTemplate": job(1) | {"ttlSecondsAfterFinished": 1}}])


def somebody_has_the_name(cluster):
    metadata = {"name": "taken-only", "namespace": "default"}
    cluster.create({"apiVersion": "batch/v1", "kind": "Job", "metadata": metadata, "spec": job(1)})
    create(cluster, "JobFlow", "taken", flows=[{"name": "only", "jobTemplate": job(1)}])


def template_that_changes(cluster):
    """The second step wants it as it was when the flow began."""
    create(cluster, "JobTemplate", "shifting", jobTemplate=job(1))
    second = {"name": "second", "dependencies": ["first"], "jobTemplateRef": "shifting"}
    create(cluster, "JobFlow", "frozen", flows=[{"name": "first", "jobTemplate": job(100)}, second])
    await_that("it runs", lambda: cluster.get("batch/v1", "Job", "frozen-first", "default"))
    cluster.patch(API, "JobTemplate", "shifting", {"spec": {"jobTemplate": {"backoffLimit": 3}}}, "default")


def flow_that_reads_what_a_step_put_out(cluster):
    reading = job(1, [{"name": "ROWS", "value": "${steps.first.outputs.rows}"}])
    steps = [{"name": "first", "jobTemplate": job(1)}, {"name": "second", "dependencies": ["first"], "jobTemplate": reading}]
    create(cluster, "JobFlow", "reading", flows=steps)


def flow_that_is_cancelled(cluster):
    create(cluster, "JobFlow", "cancelled", flows=[{"name": "only", "jobTemplate": job(100000)}])
    await_that("it runs", lambda: cluster.get("batch/v1", "Job", "cancelled-only", "default"))
    cancel = {"metadata": {"annotations": {"api.practice.com/stop": "Cancel"}}}
    cluster.patch(API, "JobFlow", "cancelled", cancel, "default")


def flow_that_does_not_stay(cluster):
    create(cluster, "JobFlow", "gone", ttlSecondsAfterFinished=1, flows=[{"name": "only", "jobTemplate": job(1)}])


def claim_that_waits(cluster):
    """It can never bind, because the flow names its node."""
    name = {"name": "waiting"}
    cluster.create({
        "apiVersion": "storage.k8s.io/v1", "kind": "StorageClass", "metadata": name,
        "provisioner": "kubernetes.io/no-provisioner", "volumeBindingMode": "WaitForFirstConsumer",
    })
    spec = {"storageClassName": "waiting", "accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Mi"}}}
    cluster.create({"apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": name | {"namespace": "default"}, "spec": spec})
    volume = {"name": "data", "persistentVolumeClaim": {"claimName": "waiting"}}
    step = {"name": "only", "jobTemplate": job(1), "shareVolumeMounts": [{"name": "data", "mountPath": "/data"}]}
    node = cluster.list("v1", "Node", None)[0]["metadata"]["name"]
    create(cluster, "JobFlow", "bound", globalParams={"nodeName": node}, shareVolumes=[volume], flows=[step])


def schedules(cluster):
    """Every minute; what has succeeded goes at once."""
    flow = {"spec": {"flows": [{"name": "only", "jobTemplate": job(1)}]}}
    for name, template in (("flows", {"jobFlowTemplate": flow}), ("daemons", {"daemonJobTemplate": {"spec": job(1)}})):
        create(cluster, "CronJobFlow", name, schedules=["* * * * *"], successfulJobsHistoryLimit=0, **template)
