"""The Jupyter operator under the rights that are deployed, and a Data Manager under those that it is given."""

import pytest
import yaml
from kubernetes.dynamic.exceptions import ForbiddenError
from support.cluster import await_that
from support.data_manager import NOTEBOOK, DataManager, own_rights_of_data_managers
from support.rights import given, refused, used
from support.tools import ROOT, Operator

NAMESPACE = "data-manager-jupyter-operator"
MANAGERS = ["staging", "production"]
RBAC = "rbac.authorization.k8s.io/v1"


@pytest.fixture
def operator(newest, clean, tmp_path):
    """Deployed for two Data Managers, and running."""
    for manager in MANAGERS:
        clean.create_namespace(manager, "data-manager")
        claim = {"accessModes": ["ReadWriteMany"], "resources": {"requests": {"storage": "1Gi"}}}
        metadata = {"name": "projects", "namespace": manager}
        clean.create({"apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": metadata, "spec": claim})
    parameters = {
        "jo_image_tag": "1.0.0",
        "jo_namespaces": ":".join(MANAGERS),
        "jo_dm_namespaces": MANAGERS,
        "jo_ingress_domain": "squonk.it",
        "jo_ingress_tls_secret": "data-manager-api-tls",
        "jo_network_policy": True,
        "jo_gateway": "infra/public",
    }
    clean.create(yaml.safe_load((ROOT / "apps/jupyter-operator/src/test/resources/httproutes.yaml").read_text()))
    newest.play("site.yaml", parameters)
    own_rights_of_data_managers(clean, MANAGERS)
    running = Operator(clean, "jupyter-operator", NAMESPACE, tmp_path)
    yield running
    running.kill()


def test_the_rights_are_enough_and_none_is_idle(operator, clean):
    operator.await_leading()
    two_data_managers_use_notebooks(clean)
    damage_is_repaired(clean)
    one_of_the_original_operator_lives_shortly(clean)
    others_are_in_the_way(clean, operator)
    a_path_leads_to_one_notebook_only(clean)
    operator.stop()

    requests = operator.requests()
    roles = [
        clean.get(RBAC, "ClusterRole", "jupyter-operator"),
        clean.get(RBAC, "ClusterRole", "jupyter-operator-network"),
        clean.get(RBAC, "Role", "jupyter-operator", NAMESPACE),
    ]
    assert refused(requests) == []
    # read only when somebody else's object has the name
    in_the_way = ["ingresses", "httproutes", "networkpolicies"]
    assert given(*roles, seldom=["jupyternotebooks", *in_the_way]) - used(requests) == set()


def two_data_managers_use_notebooks(cluster):
    for namespace in MANAGERS:
        manager = DataManager(cluster, namespace)
        (application,) = manager.applications()
        assert application["metadata"]["name"] == "jupyternotebooks.squonk.it"
        # the same name in both
        image = manager.images(application)["SciPy"]
        manager.create(application, "instance-1", image, ingressDomain=f"{namespace}.squonk.it")
        url = await_that("the notebook has a URL", lambda m=manager, a=application: m.url(a, "instance-1"))
        assert url.startswith(f"https://{namespace}.squonk.it/instance-1?token=")
        await_that("there is a pod", lambda m=manager: m.pods("instance-1"))
        (pod,) = manager.pods("instance-1")
        assert pod["spec"]["containers"][0]["image"].startswith("quay.io/jupyter/scipy-notebook:")
        with pytest.raises(ForbiddenError):
            manager.sees.patch(*NOTEBOOK, "instance-1", {"spec": None}, namespace)
    staging, production = (DataManager(cluster, namespace) for namespace in MANAGERS)
    with pytest.raises(ForbiddenError):
        staging.sees.list(*NOTEBOOK, production.namespace)

    production.sees.delete(*NOTEBOOK, "instance-1", production.namespace)
    await_that("nothing of the deleted notebook is left", lambda: not children(cluster, production.namespace))


def children(cluster, namespace):
    return {
        key
        for key, definition in cluster.objects().items()
        if key[2] == namespace and definition["metadata"].get("ownerReferences")
    }


def damage_is_repaired(cluster):
    before = children(cluster, "staging")
    gone = [("v1", "Service"), ("v1", "ConfigMap"), ("apps/v1", "Deployment"), ("networking.k8s.io/v1", "Ingress"), ("v1", "Secret")]
    changed = {
        ("v1", "Service", "instance-1"): {"spec": {"selector": {"deployment": "another"}}},
        ("v1", "ConfigMap", "bp-instance-1"): {"data": {".bash_profile": "exit"}},
        ("v1", "Secret", "token-instance-1"): {"metadata": {"labels": {"app": "another"}}},
        ("apps/v1", "Deployment", "instance-1"): {"spec": {"replicas": 0}},
        ("networking.k8s.io/v1", "Ingress", "instance-1"): {"spec": {"rules": [{"host": "elsewhere"}]}},
    }
    for (version, kind, name), patch in changed.items():
        was = cluster.get(version, kind, name, "staging")
        cluster.patch(version, kind, name, patch, "staging")
        await_that(
            f"{kind} is as it was",
            lambda v=version, k=kind, n=name, w=was: essential(cluster.get(v, k, n, "staging")) == essential(w),
        )
    for version, kind in gone:
        for key in [key for key in before if key[:2] == (version, kind)]:
            cluster.delete(version, kind, key[3], "staging")
    await_that("all children are there again", lambda: children(cluster, "staging") == before)


def one_of_the_original_operator_lives_shortly(cluster):
    """Its marks are taken off, and then it is deleted: within a minute, which is how often that is looked at."""
    mark = "kopf.zalando.org/last-handled-configuration"
    metadata = {"name": "short", "namespace": "staging", "annotations": {mark: "{}"}}
    spec = {"timeToLive": 20, "project": {"claimName": "projects", "id": "project-1"}}
    cluster.create({"apiVersion": NOTEBOOK[0], "kind": NOTEBOOK[1], "metadata": metadata, "spec": {"imDataManager": spec}})
    await_that("it is gone", lambda: not cluster.get(*NOTEBOOK, "short", "staging"), patience=180)


def essential(definition):
    return {
        "labels": definition["metadata"].get("labels"),
        "data": definition.get("data"),
        "spec": definition.get("spec"),
    }


def others_are_in_the_way(cluster, operator):
    """Somebody else's objects have the names; the events about that are counted for a while."""
    foreign = [("v1", "Secret", "token-taken"), ("v1", "Service", "taken2"), ("apps/v1", "Deployment", "taken3")]
    labels = {"foreign": "yes"}
    pod = {"metadata": {"labels": labels}, "spec": {"containers": [{"name": "a", "image": "b:1"}]}}
    specs = {
        "Secret": {},
        "Service": {"spec": {"ports": [{"port": 1}]}},
        "Deployment": {"spec": {"replicas": 0, "selector": {"matchLabels": labels}, "template": pod}},
    }
    manager = DataManager(cluster, "staging")
    (application,) = manager.applications()
    for version, kind, name in foreign:
        metadata = {"name": name, "namespace": "staging"}
        cluster.create({"apiVersion": version, "kind": kind, "metadata": metadata, **specs[kind]})
        manager.create(application, name.removeprefix("token-"), "a:1", ingressDomain="staging.squonk.it")
    for _, _, name in foreign:
        await_that("the conflict is said", lambda n=name.removeprefix("token-"): conflict(cluster, n))
    await_that(
        "an event that goes on is counted",
        lambda: ("events.k8s.io", "events", "patch") in used(operator.requests()),
        patience=180,
    )
    for version, kind, name in foreign:
        assert not cluster.get(version, kind, name, "staging")["metadata"].get("ownerReferences")


def conflict(cluster, name):
    return "Conflict" in reasons(cluster, name, "staging")


def reasons(cluster, name, namespace):
    conditions = (cluster.get(*NOTEBOOK, name, namespace).get("status") or {}).get("conditions") or []
    return [one["reason"] for one in conditions]


def a_path_leads_to_one_notebook_only(cluster):
    for namespace in MANAGERS:
        manager = DataManager(cluster, namespace)
        (application,) = manager.applications()
        manager.create(application, "shared", "a:1", ingressDomain="squonk.it")
        await_that("it is looked at", lambda n=namespace: reasons(cluster, "shared", n))
    assert "PathTaken" not in reasons(cluster, "shared", "staging")
    await_that("the second is told", lambda: "PathTaken" in reasons(cluster, "shared", "production"))
    assert not cluster.get("networking.k8s.io/v1", "Ingress", "shared", "production")
