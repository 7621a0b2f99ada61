"""One real node, where containers run, and what stands between a user and a notebook."""

import os
import subprocess
from pathlib import Path

import pytest
from support.browser import Browser
from support.cluster import Cluster
from support.front import Certificate, Front
from support.images import Images
from support.tools import ROOT

HOST = "lab.example.com"
# the first is what the control plane says then, the second what hack/deployment/real-node knows
MISSING, MISSING_HERE = 3, 69


@pytest.fixture(scope="session")
def cluster(tmp_path_factory):
    directory = tmp_path_factory.mktemp("node")
    running = os.environ.get("JOPF_CONTROL_PLANE_RUNNING")
    if running:
        kubeconfig, audit_log = running.split(":")
        yield Cluster(directory, kubeconfig, audit_log)
        return
    audit_log = directory / "audit.log"
    complaints = directory / "complaints"
    with complaints.open("w", encoding="utf-8") as stderr:
        process = subprocess.Popen(
            [os.environ["JOPF_CONTROL_PLANE"], "run", "--node", "--audit-log", audit_log, directory / "control-plane"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
    try:
        line = process.stdout.readline()
        if not line and process.wait(timeout=60) == MISSING:
            pytest.exit(complaints.read_text(), MISSING_HERE)
        assert line.startswith("ready "), complaints.read_text()
        yield Cluster(directory, line.removeprefix("ready ").strip(), audit_log)
    finally:
        process.stdin.close()
        process.wait(timeout=60)


@pytest.fixture(scope="session")
def images(cluster):
    return Images(cluster)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    return Certificate(HOST, tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def front(clean, certificate, tmp_path):
    running = Front(clean, certificate, tmp_path / "front")
    yield running
    running.stop()


@pytest.fixture
def browser(front, certificate, tmp_path):
    running = Browser(certificate, front.port, tmp_path / "browser")
    yield running
    running.stop()


@pytest.fixture(scope="session")
def artefacts():
    """Where pictures are kept."""
    directory = Path(os.environ.get("JOPF_ARTEFACTS", ROOT / "apps/jupyter-operator/target/real-node"))
    directory.mkdir(parents=True, exist_ok=True)
    for old in directory.glob("*.png"):
        old.unlink()
    return directory
