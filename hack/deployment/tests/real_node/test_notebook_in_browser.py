"""A notebook as its user meets it: deployed by the playbooks, made by a Data Manager, opened in a browser."""

import json
import os
import stat
from pathlib import Path

import pytest
from kubernetes import client
from support.cluster import await_that
from support.data_manager import NOTEBOOK, DataManager, own_rights_of_data_managers
from support.rights import refused

OPERATOR_NAMESPACE = "data-manager-jupyter-operator"
OPERATOR_IMAGE = "informaticsmatters/data-manager-jupyter-operator"
TAG = "of-this-test"
NAMESPACE = "data-manager-api"
TLS_SECRET = "data-manager-api-tls"
PROJECT = "project-3f2a6c1e"
INSTANCE = "instance-7d1f0a52"
USER = (1001, 2001)
VOLUME_GROUP = 100
CELL = """import os
open("from-the-cell.txt", "w").write("hello")
print("in", os.getcwd(), "as", os.getuid(), os.getgid(), "with", os.environ["DM_PROJECT_ID"], 6 * 7)"""


@pytest.fixture
def projects(clean, tmp_path):
    """The volume of all projects, as a Data Manager has prepared it for one instance."""
    directory = tmp_path / "projects"
    for path in (directory, directory / PROJECT, directory / PROJECT / f".{INSTANCE}"):
        path.mkdir()
        os.chown(path, *USER)
    os.chown(directory, 0, VOLUME_GROUP)
    directory.chmod(0o2775)
    return directory


def test_a_notebook_from_the_playbook_to_its_deletion(clean, newest, images, certificate, projects, front, browser, artefacts):
    the_node_is_for_notebooks(clean)
    parameters = the_playbooks_deploy_the_operator(clean, newest, images, certificate, front)
    a_data_manager_has_projects(clean, projects)
    manager = DataManager(clean, NAMESPACE)
    url = a_data_manager_makes_an_instance(clean, images, manager)

    front.follow()
    path = url.removeprefix(f"https://{certificate.host}")
    nobody_comes_in_without_the_token(front)
    large_files_can_be_uploaded(front, url.partition("token=")[2])
    a_cell_runs_in_the_browser(browser, url, projects / PROJECT, artefacts)
    files_belong_to_the_user(projects / PROJECT)
    an_idle_server_is_stopped_and_comes_back(clean, manager, url)

    manager.delete(INSTANCE)
    await_that("nothing of the instance is left", lambda: not left(clean), told=lambda: left(clean))
    front.follow()
    front.await_status(path, 404)
    assert (projects / PROJECT / "analysis.ipynb").exists()
    the_operator_was_well(clean, url.partition("token=")[2])
    newest.play("site.yaml", parameters, "-e", "jo_state=absent")
    assert not clean.get("v1", "Namespace", OPERATOR_NAMESPACE)
    assert not clean.get("v1", "ConfigMap", "jupyternotebooks.squonk.it", NAMESPACE)


def the_node_is_for_notebooks(cluster):
    labels = {f"informaticsmatters.com/purpose-{one}": "yes" for one in ("application", "worker")}
    for node in cluster.list("v1", "Node"):
        cluster.patch("v1", "Node", node["metadata"]["name"], {"metadata": {"labels": labels}})


def the_playbooks_deploy_the_operator(cluster, ansible, images, certificate, front):
    images.load_operator(f"{OPERATOR_IMAGE}:{TAG}")
    cluster.create_namespace(NAMESPACE, "data-manager")
    cluster.create(certificate.secret(TLS_SECRET, NAMESPACE))
    parameters = {
        "jo_image_tag": TAG,
        "jo_namespaces": NAMESPACE,
        "jo_ingress_domain": certificate.host,
        "jo_ingress_tls_secret": TLS_SECRET,
        "jo_remove_dm": True,
        "jo_server_address": front.plain,
    }
    ansible.play("site.yaml", parameters)
    ansible.play("site_dm.yaml", parameters)
    assert ansible.play("site.yaml", parameters).changed == 0
    (pod,) = cluster.list("v1", "Pod", OPERATOR_NAMESPACE)
    assert pod["status"]["containerStatuses"][0]["ready"]
    return parameters


def a_data_manager_has_projects(cluster, directory):
    own_rights_of_data_managers(cluster, [NAMESPACE])
    node = cluster.list("v1", "Node")[0]["metadata"]["name"]
    there = {"key": "kubernetes.io/hostname", "operator": "In", "values": [node]}
    size = {"storage": "1Gi"}
    volume = {
        "capacity": size,
        "accessModes": ["ReadWriteMany"],
        "claimRef": {"namespace": NAMESPACE, "name": "projects"},
        "persistentVolumeReclaimPolicy": "Retain",
        "local": {"path": str(directory)},
        "nodeAffinity": {"required": {"nodeSelectorTerms": [{"matchExpressions": [there]}]}},
    }
    cluster.create({"apiVersion": "v1", "kind": "PersistentVolume", "metadata": {"name": "projects"}, "spec": volume})
    claim = {"accessModes": ["ReadWriteMany"], "resources": {"requests": size}}
    metadata = {"name": "projects", "namespace": NAMESPACE}
    cluster.create({"apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": metadata, "spec": claim})


def a_data_manager_makes_an_instance(cluster, images, manager):
    (application,) = manager.applications()
    image = manager.images(application)["Minimal"]
    images.load_lab(image)
    resources = {part: {"cpu": "1", "memory": "2Gi"} for part in ("requests", "limits")}
    project = {"claimName": "projects", "id": PROJECT}
    manager.create(application, INSTANCE, image, resources=resources, project=project)
    url = await_that("the instance has a URL", lambda: manager.url(application, INSTANCE))
    await_available(cluster)
    (pod,) = manager.pods(INSTANCE)
    assert pod["status"]["phase"] == "Running"
    assert pod["status"]["containerStatuses"][0]["restartCount"] == 0
    return url


def notebook_status(cluster):
    return cluster.get(*NOTEBOOK, INSTANCE, NAMESPACE).get("status") or {}


def told(cluster):
    return notebook_status(cluster).get("conditions") or []


def condition(cluster, wanted):
    """The reason of a condition that is true."""
    return next((one["reason"] for one in told(cluster) if one["type"] == wanted and one["status"] == "True"), None)


def await_available(cluster):
    await_that("the notebook is available", lambda: condition(cluster, "Available"), told=lambda: told(cluster))


def nobody_comes_in_without_the_token(front):
    base = f"/{INSTANCE}"
    front.await_status(f"{base}/api", 200)
    assert front.request("GET", f"{base}/api/status").status == 403
    assert front.request("GET", f"{base}/api/status", headers={"Authorization": "token wrong"}).status == 403
    assert front.request("GET", f"{base}/lab").headers["location"].startswith(f"{base}/login")


def large_files_can_be_uploaded(front, token):
    """Larger than nginx allows unless it is told otherwise."""
    content = json.dumps({"type": "file", "format": "text", "content": "x" * 2_000_000})
    headers = {"Authorization": f"token {token}", "Content-Type": "application/json"}
    assert front.request("PUT", f"/{INSTANCE}/api/contents/large.txt", body=content, headers=headers).status == 201


def a_cell_runs_in_the_browser(browser, url, project, artefacts):
    sockets = []
    with browser.page(artefacts / "failure.png") as page:
        page.on("websocket", lambda socket: sockets.append(socket.url))
        page.goto(url)
        page.locator(".jp-Launcher").wait_for()
        page.screenshot(path=artefacts / "lab.png")

        page.locator(".jp-LauncherCard[data-category='Notebook']").first.click()
        # what is run before that is forgotten
        page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
        page.locator(".jp-Notebook .jp-Cell .cm-content").first.click()
        page.keyboard.insert_text(CELL)
        page.keyboard.press("Shift+Enter")
        page.locator(".jp-OutputArea-output", has_text="in /home/jovyan as").wait_for()
        output = page.locator(".jp-OutputArea-output").first.inner_text()
        page.screenshot(path=artefacts / "cell.png")
        page.keyboard.press("Control+s")
        # asked when a file is saved for the first time
        page.locator(".jp-Dialog input").first.fill("analysis.ipynb")
        page.locator(".jp-Dialog .jp-mod-accept").click()
        page.locator(".jp-Dialog").wait_for(state="detached")
        await_that("the notebook is saved", lambda: saved(project / "analysis.ipynb"))

    assert output.strip() == f"in /home/jovyan as {USER[0]} {USER[1]} with {PROJECT} 42"
    host = url.removeprefix("https://").partition("/")[0]
    assert any(one.startswith(f"wss://{host}/{INSTANCE}/api/kernels/") for one in sockets), sockets


def an_idle_server_is_stopped_and_comes_back(cluster, manager, url):
    """It still has the kernel of the browser, which is closed. The operator looks once a minute."""
    (application,) = manager.applications()
    cluster.patch(*NOTEBOOK, INSTANCE, {"spec": {"imDataManager": {"cull": {"timeout": "20s"}}}}, NAMESPACE)
    await_that(
        "the idle server is stopped",
        lambda: condition(cluster, "Stopped") == "Culled" and not manager.pods(INSTANCE),
        patience=240,
        told=lambda: (told(cluster), operator_log(cluster)),
    )
    assert manager.url(application, INSTANCE) == url

    cluster.patch(*NOTEBOOK, INSTANCE, {"metadata": {"annotations": {"squonk.it/restart": "1"}}}, NAMESPACE)
    await_available(cluster)
    assert manager.url(application, INSTANCE) == url


def files_belong_to_the_user(project):
    assert (project / "from-the-cell.txt").read_text() == "hello"
    for name in ("from-the-cell.txt", "large.txt", "analysis.ipynb"):
        assert owner_and_mode(project / name) == (*USER, "-rw-rw-r--"), name
    home = project / f".{INSTANCE}"
    assert owner_and_mode(home / "jupyter_notebook_config.json") == (*USER, "-rw-------")
    assert owner_and_mode(home / ".bashrc") == (*USER, "-rw-rw-r--")


def saved(file):
    return file.exists() and CELL.splitlines()[0] in file.read_text()


def owner_and_mode(path: Path):
    about = path.stat()
    return about.st_uid, about.st_gid, stat.filemode(about.st_mode)


def left(cluster):
    """What the Data Manager's namespace has beside its own."""
    own = {"projects", TLS_SECRET, "data-manager", "default", "kube-root-ca.crt", "jupyternotebooks.squonk.it"}
    own |= {"data-manager-jupyter-operator"}
    pods = [pod["metadata"]["name"] for pod in cluster.list("v1", "Pod", NAMESPACE)]
    return pods + [key for key in cluster.objects() if key[2] == NAMESPACE and key[3] not in own]


def operator_log(cluster):
    (pod,) = cluster.list("v1", "Pod", OPERATOR_NAMESPACE)
    return client.CoreV1Api(cluster.api).read_namespaced_pod_log(pod["metadata"]["name"], OPERATOR_NAMESPACE)


def the_operator_was_well(cluster, token):
    requests = cluster.requests_of(f"system:serviceaccount:{OPERATOR_NAMESPACE}:jupyter-operator", 0)
    assert requests
    assert refused(requests) == []
    (pod,) = cluster.list("v1", "Pod", OPERATOR_NAMESPACE)
    # its memory was enough, and no probe failed for long
    assert pod["status"]["containerStatuses"][0]["restartCount"] == 0
    log = operator_log(cluster)
    assert " INFO " in log
    assert not [line for line in log.splitlines() if " ERROR " in line]
    assert token not in log
    # Java's own complaints: a cache that it cannot use, for example
    assert "[warning]" not in log
