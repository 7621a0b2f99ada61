"""The ways in which a playbook reaches the cluster."""

MANAGER = "data-manager-api"


def reaches(ansible, clean, parameters, access):
    clean.create_namespace(MANAGER, "data-manager")
    return ansible.try_play("site_dm.yaml", parameters, access=access)


def test_by_kubeconfig_of_the_environment(ansible, clean):
    played = reaches(ansible, clean, {}, {"KUBECONFIG": clean.kubeconfig})
    assert played.ok, played.output


def test_by_kubeconfig_of_the_parameters(ansible, clean):
    elsewhere = {"KUBECONFIG": "/no/such/file"}
    played = reaches(ansible, clean, {"jo_kubeconfig": clean.kubeconfig}, elsewhere)
    assert played.ok, played.output


def test_by_host_and_key(ansible, clean):
    access = {
        "K8S_AUTH_HOST": clean.server,
        "K8S_AUTH_API_KEY": clean.token,
        "K8S_AUTH_SSL_CA_CERT": clean.authority(),
        "KUBECONFIG": "/no/such/file",
    }
    played = reaches(ansible, clean, {}, access)
    assert played.ok, played.output
    assert clean.token not in played.output


def test_by_nothing(newest):
    played = newest.try_play("site_dm.yaml", {}, access={})
    assert not played.ok
    assert "No cluster: set KUBECONFIG, or K8S_AUTH_HOST and K8S_AUTH_API_KEY" in played.said


def test_by_half_of_what_it_takes(newest, cluster):
    access = {"K8S_AUTH_HOST": cluster.server, "KUBECONFIG": cluster.kubeconfig}
    played = newest.try_play("site_dm.yaml", {}, access=access)
    assert not played.ok
    assert "K8S_AUTH_HOST is set, but not K8S_AUTH_API_KEY" in played.said


def test_by_two_ways_that_contradict_each_other(newest, cluster):
    access = {"K8S_AUTH_HOST": cluster.server, "K8S_AUTH_API_KEY": "x"}
    played = newest.try_play("site_dm.yaml", {"jo_kubeconfig": cluster.kubeconfig}, access=access)
    assert not played.ok
    assert "are set as well and would win" in played.said
