"""What all tests of the deployment share."""

import os

import pytest
from support.cluster import Cluster, ControlPlane
from support.tools import Ansible, Helm

INSTALLATIONS = {"oldest": "JOPF_ANSIBLE_OLDEST", "newest": "JOPF_ANSIBLE_NEWEST"}


@pytest.fixture(scope="session")
def cluster(tmp_path_factory):
    directory = tmp_path_factory.mktemp("cluster")
    running = ControlPlane(os.environ["JOPF_CONTROL_PLANE"], directory)
    yield Cluster(directory, running.kubeconfig, running.audit_log)
    running.stop()


@pytest.fixture(scope="session")
def empty(cluster):
    """What the cluster has before anything is deployed."""
    return set(cluster.objects())


@pytest.fixture
def clean(cluster, empty):
    """A test that begins and ends with nothing deployed."""
    yield cluster
    cluster.remove_all_but(empty)


def installation(which, tmp_path_factory, cluster):
    directory = os.environ[INSTALLATIONS[which]]
    if not directory:
        pytest.skip("no Python for this Ansible here")
    return Ansible(directory, tmp_path_factory.mktemp("home"), cluster)


@pytest.fixture(scope="session", params=INSTALLATIONS)
def ansible(request, tmp_path_factory, cluster):
    """Every Ansible that the playbooks support."""
    return installation(request.param, tmp_path_factory, cluster)


@pytest.fixture(scope="session")
def newest(tmp_path_factory, cluster):
    """The Ansible of requirements.txt."""
    return installation("newest", tmp_path_factory, cluster)


@pytest.fixture(scope="session")
def helm(tmp_path_factory, cluster):
    return Helm(os.environ["JOPF_HELM"], tmp_path_factory.mktemp("helm"), cluster)
