"""site.yaml and site_dm.yaml of the Jupyter operator."""

import configparser
import json

import pytest
import yaml
from support.tools import ROOT

NAMESPACE = "data-manager-jupyter-operator"
CRD = ("apiextensions.k8s.io/v1", "CustomResourceDefinition", "jupyternotebooks.squonk.it")
FORCED = {"jo_image_tag": "1.0.0"}
MANAGER = "data-manager-api"
NOTEBOOK = {
    "apiVersion": "squonk.it/v2",
    "kind": "JupyterNotebook",
    "metadata": {"name": "left", "namespace": MANAGER},
    "spec": {},
}


def container(cluster):
    deployment = cluster.get("apps/v1", "Deployment", "jupyter-operator", NAMESPACE)
    return deployment["spec"]["template"]["spec"]["containers"][0]


def variables(cluster):
    return {one["name"]: one.get("value") for one in container(cluster)["env"]}


def test_a_deployment_is_complete_and_the_second_changes_nothing(ansible, clean, empty):
    first = ansible.play("site.yaml", FORCED)
    made = {(kind, name) for version, kind, namespace, name in set(clean.objects()) - empty}
    second = ansible.play("site.yaml", FORCED)

    assert first.changed > 0
    assert {
        ("CustomResourceDefinition", "jupyternotebooks.squonk.it"),
        ("Namespace", NAMESPACE),
        ("ServiceAccount", "jupyter-operator"),
        ("ClusterRole", "jupyter-operator"),
        ("ClusterRoleBinding", "jupyter-operator"),
        ("Role", "jupyter-operator"),
        ("RoleBinding", "jupyter-operator"),
        ("Service", "jupyter-operator"),
        ("Deployment", "jupyter-operator"),
    } <= made
    assert second.changed == 0
    assert clean.get("apps/v1", "Deployment", "jupyter-operator", NAMESPACE)["status"]["readyReplicas"] == 1


def test_what_is_changed_by_hand_is_put_right(newest, clean):
    newest.play("site.yaml", FORCED)
    more = [{"name": "JO_FOREIGN", "value": "1"}, *container(clean)["env"]]
    patch = {"spec": {"template": {"spec": {"containers": [container(clean) | {"env": more}]}}}}
    clean.patch("apps/v1", "Deployment", "jupyter-operator", patch, NAMESPACE)
    clean.patch("rbac.authorization.k8s.io/v1", "ClusterRole", "jupyter-operator", {"rules": []})

    assert newest.play("site.yaml", FORCED).changed == 2
    assert "JO_FOREIGN" not in variables(clean)
    assert clean.get("rbac.authorization.k8s.io/v1", "ClusterRole", "jupyter-operator")["rules"]


def test_check_mode_changes_nothing(ansible, clean, empty):
    wanted = ansible.play("site.yaml", FORCED, "--check")
    assert wanted.changed > 0
    assert set(clean.objects()) == empty

    ansible.play("site.yaml", FORCED)
    assert ansible.play("site.yaml", FORCED, "--check").changed == 0
    assert ansible.play("site.yaml", FORCED | {"jo_image_tag": "2"}, "--check").changed == 1
    assert container(clean)["image"].endswith(":1.0.0")
    ansible.play("site.yaml", FORCED | {"jo_state": "absent"}, "--check")
    assert clean.get(*CRD)


@pytest.mark.parametrize("tag", ["jo_namespaces: a", "jo_image_tag: SetMe", "jo_image_tag: ''", "jo_image_tag:"])
def test_a_version_has_to_be_said(newest, tag):
    played = newest.try_play("site.yaml", tag)

    assert not played.ok
    assert "jo_image_tag is not set: say which version of the operator to deploy" in played.said


def test_a_version_may_be_a_number(ansible, clean):
    ansible.play("site.yaml", "jo_image_tag: 33.0")

    assert container(clean)["image"] == "informaticsmatters/data-manager-jupyter-operator:33.0"


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"jo_state": "Bogus"}, "jo_state is 'Bogus': it has to be present or absent."),
        ({"jo_namespaces": "a:B_c"}, "'B_c' is no name of a namespace"),
        ({"jo_ingress_domain": ""}, "jo_ingress_domain is empty"),
        ({"jo_ingress": False}, "jo_ingress is off and there is no jo_gateway"),
        ({"jo_replicas": "many"}, "jo_replicas is 'many': it has to be a number."),
        ({"jo_kubeconfig": "/no/such/file"}, "jo_kubeconfig is /no/such/file, and that is no file."),
        ({"jo_cull_timeout": "2 hours"}, "jo_cull_timeout is '2 hours': it has to be seconds or a time such as 90m, 2h or 1d12h"),
        ({"jo_cull_max_age": -1}, "jo_cull_max_age is '-1'"),
        ({"jo_time_to_live": "30 days"}, "jo_time_to_live is '30 days'"),
        ({"jo_cull_connected": "perhaps"}, "jo_cull_connected is 'perhaps': it has to be yes or no."),
        ({"jo_server_address": "gateway"}, "jo_server_address is 'gateway': it has to be an address such as"),
        ({"jo_settings_configmap": "My Settings"}, "jo_settings_configmap is 'My Settings': it has to be the name of a ConfigMap"),
        ({"jo_ingress_proxy_timeout": "1h"}, "jo_ingress_proxy_timeout is '1h': it has to be a number of seconds"),
        ({"jo_shm_size": "1 GB"}, "jo_shm_size is '1 GB': it has to be a size such as 1Gi"),
        ({"jo_gateway": "a/b/c"}, "jo_gateway is 'a/b/c': it has to be a name or namespace/name"),
        ({"jo_extra_env": ["A=1"]}, "jo_extra_env has to be names and values"),
        ({"jo_prometheus_rules": True}, "the cluster has no CRD prometheusrules.monitoring.coreos.com"),
        ({"jo_service_monitor": True}, "the cluster has no CRD servicemonitors.monitoring.coreos.com"),
    ],
)
def test_what_is_wrong_is_said(newest, clean, parameters, message):
    played = newest.try_play("site.yaml", FORCED | parameters)

    assert not played.ok
    assert message in played.said


def test_absent_removes_all_that_was_made(ansible, clean):
    clean.create_namespace(MANAGER, "data-manager")
    clean.create_namespace("second", "data-manager")
    before = set(clean.objects())
    parameters = FORCED | {"jo_namespaces": f"{MANAGER}:second"}
    ansible.play("site.yaml", parameters)
    ansible.play("site_dm.yaml", parameters)
    ansible.play("site_dm.yaml", parameters | {"jo_dmapi_namespace": "second"})

    ansible.play("site.yaml", parameters, "-e", "jo_state=absent")
    assert set(clean.objects()) == before
    assert ansible.play("site.yaml", parameters, "-e", "jo_state=absent").changed == 0


def test_rights_for_routes_and_policies_come_and_go(newest, clean):
    role = ("rbac.authorization.k8s.io/v1", "ClusterRole", "jupyter-operator-network")
    newest.play("site.yaml", FORCED | {"jo_network_policy": True, "jo_gateway": "infra/public", "jo_ingress": False})
    assert [rule["resources"] for rule in clean.get(*role)["rules"]] == [["networkpolicies"], ["httproutes"], ["ingresses"]]
    assert variables(clean)["JO_GATEWAY"] == "infra/public"

    newest.play("site.yaml", FORCED | {"jo_network_policy": True})
    assert [rule["resources"] for rule in clean.get(*role)["rules"]] == [["networkpolicies"]]
    newest.play("site.yaml", FORCED)
    assert not clean.get(*role)


def test_absent_leaves_the_data_managers_alone_if_told_so(newest, clean):
    clean.create_namespace(MANAGER, "data-manager")
    newest.play("site.yaml", FORCED)
    before = set(clean.objects())
    newest.play("site_dm.yaml", FORCED)
    told = set(clean.objects()) - before
    newest.play("site.yaml", {"jo_state": "absent", "jo_remove_dm": False})
    assert told <= set(clean.objects())

    newest.play("site_dm.yaml", {"jo_state": "absent"})
    assert not told & set(clean.objects())


def test_absent_takes_no_notebooks_along_unless_told_so(newest, clean):
    clean.create_namespace(MANAGER)
    newest.play("site.yaml", FORCED)
    clean.create(NOTEBOOK)

    refused = newest.try_play("site.yaml", {"jo_state": "absent"})
    assert not refused.ok
    assert "There are 1 notebooks, such as data-manager-api/left." in refused.said
    assert clean.get(*CRD)
    newest.play("site.yaml", {"jo_state": "absent", "jo_remove_instances": True})
    assert not clean.get(*CRD)


def test_absent_leaves_a_shared_namespace(newest, clean):
    clean.create_namespace(MANAGER, "data-manager")
    before = set(clean.objects())
    shared = {"jo_namespace": MANAGER}
    newest.play("site.yaml", FORCED | shared)
    newest.play("site.yaml", shared | {"jo_state": "absent"})

    assert set(clean.objects()) == before


def test_a_data_manager_is_told(ansible, clean, empty):
    absent = ansible.try_play("site_dm.yaml", {})
    assert "There is no namespace data-manager-api: deploy the Data Manager first." in absent.said
    clean.create_namespace(MANAGER)
    nobody = ansible.try_play("site_dm.yaml", {})
    assert "There is no ServiceAccount data-manager in namespace data-manager-api" in nobody.said
    assert not absent.ok and not nobody.ok
    clean.create({"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "data-manager", "namespace": MANAGER}})

    before = set(clean.objects())
    assert ansible.play("site_dm.yaml", {}).changed == 2
    assert {(kind, name) for _, kind, _, name in set(clean.objects()) - before} == {
        ("Role", "data-manager-jupyter-operator"),
        ("RoleBinding", "data-manager-jupyter-operator"),
        ("ConfigMap", "jupyternotebooks.squonk.it"),
    }
    again = ansible.play("site_dm.yaml", {})
    assert again.changed == 0
    assert "add it to jo_namespaces" in again.said
    ansible.play("site.yaml", FORCED)
    assert "add it to jo_namespaces" not in ansible.play("site_dm.yaml", {}).said


def test_the_data_manager_can_read_images_and_cost(newest, clean):
    clean.create_namespace(MANAGER, "data-manager")
    form = {"jo_dm_template": True}
    parameters = FORCED | {"jo_dm_namespaces": [MANAGER], "jo_cost_cost": "2.50", "jo_image_variants": {"a/b:1.0": "One"}}
    newest.play("site.yaml", parameters | form)
    data = clean.get("v1", "ConfigMap", "jupyternotebooks.squonk.it", MANAGER)["data"]
    config = configparser.ConfigParser(delimiters="=", comment_prefixes="#")
    config.read_string(data["dm-app.config"])

    assert dict(config["public image variants"]) == {"a/b:1.0": "One"}
    assert dict(config["cost"]) == {"cost": "2.50", "period": "1 hour", "unit": "PxGi", "pro rata": "yes"}
    asked = json.loads(data["dm-app.template"])["properties"]
    mapping = json.loads(data["dm-app.template.mapping"])
    assert asked["image"]["enum"] == ["One"]
    assert asked.keys() == mapping.keys()
    schema = clean.get(*CRD)["spec"]["versions"][0]["schema"]["openAPIV3Schema"]
    settings = schema["properties"]["spec"]["properties"]["imDataManager"]
    for path in sum(mapping.values(), []):
        part = settings
        for name in path.split("."):
            part = part["properties"][name]

    assert newest.play("site.yaml", parameters | form).changed == 0
    newest.play("site.yaml", parameters)
    assert clean.get("v1", "ConfigMap", "jupyternotebooks.squonk.it", MANAGER)["data"].keys() == {"dm-app.config"}


def test_images_that_the_data_manager_cannot_read_are_refused(newest, clean):
    clean.create_namespace(MANAGER, "data-manager")

    played = newest.try_play("site_dm.yaml", {"jo_image_variants": {"a:1": "100%"}})
    assert not played.ok
    assert "jo_image_variants has a '%'" in played.said


def test_the_crd_names_the_namespaces_as_they_were_said(newest, clean):
    newest.play("site.yaml", FORCED | {"jo_namespaces": "staging:integration:production"})

    assert clean.get(*CRD)["metadata"]["annotations"] == {
        "data-manager.informaticsmatters.com/application": "yes",
        "data-manager.informaticsmatters.com/application-namespaces": "staging:integration:production",
        "data-manager.informaticsmatters.com/application-url-location": "jupyter.notebook.url",
    }


def test_the_environment_follows_the_variables(ansible, clean):
    ansible.play(
        "site.yaml",
        {
            "jo_image_tag": "stable",
            "jo_ingress_domain": "squonk.it",
            "jo_ingress_tls_secret": "data-manager-api-tls",
            "jo_pod_node_selector_key": "informaticsmatters.com/purpose",
            "jo_pod_node_selector_value": "core",
            "jo_apply_pod_priority_class": True,
            "jo_extra_env": {"JOPF_WORKERS": 8},
            "jo_pod_tolerations": [{"operator": "Exists", "key": "notebooks"}],
            "jo_ingress_annotations": {"a.example.com/a": "1"},
            "jo_ingress_proxy_timeout": 60,
            "jo_allow_root": True,
            "jo_notebook_pull_secret": "pull",
            "jo_cull_timeout": "2h",
            "jo_cull_connected": True,
            "jo_cull_max_age": "7d",
            "jo_time_to_live": 2592000,
            "jo_server_address": "https://squonk.it",
            "jo_settings_configmap": "settings",
            "jo_cpu_limit": "",
            "jo_replicas": 2,
        },
    )
    assert variables(clean) == {
        "POD_NAME": None,
        "POD_NAMESPACE": None,
        "INGRESS_DOMAIN": "squonk.it",
        "INGRESS_TLS_SECRET": "data-manager-api-tls",
        "JO_POD_NODE_SELECTOR_KEY": "informaticsmatters.com/purpose",
        "JO_POD_NODE_SELECTOR_VALUE": "core",
        "JO_APPLY_POD_PRIORITY_CLASS": "true",
        "JO_DEFAULT_POD_PRIORITY_CLASS": "im-application-low",
        "JOPF_WORKERS": "8",
        "JO_POD_TOLERATIONS": '[{"key":"notebooks","operator":"Exists"}]',
        "JO_INGRESS_ANNOTATIONS": '{"a.example.com/a":"1"}',
        "JO_INGRESS_PROXY_TIMEOUT": "60",
        "JO_ALLOW_ROOT": "true",
        "JO_IMAGE_PULL_SECRET": "pull",
        "JO_CULL_TIMEOUT": "2h",
        "JO_CULL_CONNECTED": "true",
        "JO_CULL_MAX_AGE": "7d",
        "JO_TIME_TO_LIVE": "2592000",
        "JO_SERVER_ADDRESS": "https://squonk.it",
        "JO_SETTINGS_CONFIGMAP": "settings",
    }
    assert container(clean)["imagePullPolicy"] == "Always"
    assert container(clean)["resources"]["limits"] == {"memory": "256Mi"}

    ansible.play("site.yaml", FORCED)
    assert variables(clean) == {
        "POD_NAME": None,
        "POD_NAMESPACE": None,
        "INGRESS_DOMAIN": "example.com",
        "INGRESS_CERT_ISSUER": "letsencrypt-nginx-production",
        "JO_POD_NODE_SELECTOR_KEY": "informaticsmatters.com/purpose-worker",
        "JO_POD_NODE_SELECTOR_VALUE": "yes",
    }
    assert container(clean)["imagePullPolicy"] == "IfNotPresent"
    assert container(clean)["resources"]["limits"] == {"cpu": "1", "memory": "256Mi"}


def test_the_pod_passes_the_restricted_standard(newest, clean):
    restricted = {"pod-security.kubernetes.io/enforce": "restricted"}
    metadata = {"name": NAMESPACE, "labels": restricted}
    clean.create({"apiVersion": "v1", "kind": "Namespace", "metadata": metadata})
    newest.play("site.yaml", FORCED)

    pods = clean.list("v1", "Pod", NAMESPACE, label_selector="application=jupyter-operator")
    assert len(pods) == 1
    assert container(clean)["securityContext"]["readOnlyRootFilesystem"]


def test_an_installation_of_the_original_operator_is_taken_over(newest, clean):
    """Same names; what only the original has goes from what both have."""
    clean.create_namespace(NAMESPACE, "jupyter-operator")
    labels = {"application": "jupyter-operator"}
    pod = {
        "serviceAccountName": "jupyter-operator",
        "containers": [
            {
                "name": "jupyter-operator",
                "image": "informaticsmatters/data-manager-jupyter-operator:31.1.0",
                "env": [{"name": "INGRESS_DOMAIN", "value": "old"}, {"name": "KOPF_EXTRA_OPTIONS", "value": "-v"}],
            }
        ],
    }
    clean.create(
        {
            "apiVersion": "apps/v1",
            "kind": "Deployment",
            "metadata": {"name": "jupyter-operator", "namespace": NAMESPACE, "labels": labels},
            "spec": {
                "strategy": {"type": "Recreate"},
                "selector": {"matchLabels": labels},
                "template": {"metadata": {"labels": labels}, "spec": pod},
            },
        }
    )
    rule = {"apiGroups": ["batch"], "resources": ["jobs"], "verbs": ["create"]}
    role = {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRole"}
    clean.create(role | {"metadata": {"name": "jupyter-operator"}, "rules": [rule]})

    newest.play("site.yaml", FORCED)
    assert "KOPF_EXTRA_OPTIONS" not in variables(clean)
    assert variables(clean)["INGRESS_DOMAIN"] == "example.com"
    now = clean.get("rbac.authorization.k8s.io/v1", "ClusterRole", "jupyter-operator")
    assert now["rules"] == yaml.safe_load((ROOT / "roles/operator/files/cluster-role.yaml").read_text())["rules"]


def test_the_plain_file_for_a_data_manager_is_what_the_role_makes(newest, clean):
    clean.create_namespace(MANAGER, "data-manager")
    plain = list(yaml.safe_load_all((ROOT / "data-manager-rbac.yaml").read_text()))
    for definition in plain:
        clean.dry_run(definition)
    newest.play("site_dm.yaml", {})

    for definition in plain:
        live = clean.get(definition["apiVersion"], definition["kind"], definition["metadata"]["name"], MANAGER)
        for part in definition.keys() - {"metadata"}:
            without_defaults = [{k: v for k, v in one.items() if k != "apiGroup"} for one in live[part]] if part == "subjects" else live[part]
            assert without_defaults == definition[part]


def test_the_example_documents_every_variable_with_its_default():
    for example, role in [("example-parameters.yaml", "operator"), ("example-jobflow-parameters.yaml", "jobflow_operator")]:
        documented = yaml.safe_load((ROOT / example).read_text())
        assert documented == yaml.safe_load((ROOT / "roles" / role / "defaults" / "main.yaml").read_text())


def test_the_kept_parameter_files_can_be_played(newest, clean):
    for name in ("staging", "integration"):
        clean.create_namespace(name, "data-manager")
    access = {"KUBECONFIG": clean.kubeconfig}
    staging = newest.run("ansible-playbook", "-e", "@staging-parameters.yaml", "site.yaml", **access)
    # without the @ it means the same
    integration = newest.run("ansible-playbook", "-e", "xchem-dev-integration-parameters.yaml", "site_dm.yaml", **access)

    assert staging.returncode == 0, staging.stdout
    assert integration.returncode == 0, integration.stdout
    assert clean.get("v1", "ConfigMap", "jupyternotebooks.squonk.it", "integration")
    assert not clean.get("v1", "ConfigMap", "jupyternotebooks.squonk.it", "staging")


def test_the_collections_need_no_fetching(ansible):
    # nothing answers at the discard port
    away = {"HTTPS_PROXY": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9"}
    ended = ansible.run("ansible-galaxy", "install", "-r", "requirements.yaml", **away)

    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize("playbook", ["site.yaml", "site_dm.yaml", "site_jobflow.yaml"])
def test_the_syntax_is_right(ansible, playbook):
    ended = ansible.run("ansible-playbook", "--syntax-check", playbook)

    assert ended.returncode == 0, ended.stdout + ended.stderr
