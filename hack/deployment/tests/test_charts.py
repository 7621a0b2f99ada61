"""The charts, and that they deploy what the roles deploy."""

import json
import re

import pytest
import yaml
from support.tools import ROOT

OPERATORS = {
    "jupyter-operator": ("site.yaml", "data-manager-jupyter-operator", "jo"),
    "jobflow-operator": ("site_jobflow.yaml", "jobflow-operator", "jf"),
}
FILES = ROOT / "roles/operator/files"
MONITORING = "monitoring.coreos.com"
SOURCES = ROOT / "apps/jupyter-operator/src/main"
# Helm merges maps, Ansible replaces them
NONE_OF_THE_DEFAULTS = dict.fromkeys(
    yaml.safe_load((ROOT / "example-parameters.yaml").read_text())["jo_image_variants"]
)
CASES = [
    ("jupyter-operator", {"jo_image_tag": "1.0.0"}),
    (
        "jupyter-operator",
        {
            "jo_image_tag": "latest",
            "jo_image": "registry.example.com:5000/operator",
            "jo_image_pull_secret": "pull",
            "jo_namespaces": "one:two",
            "jo_dm_namespaces": ["one", "two"],
            "jo_dm_template": True,
            "jo_ingress_domain": "squonk.it",
            "jo_ingress_tls_secret": "tls",
            "jo_apply_pod_priority_class": True,
            "jo_default_pod_priority_class": "low",
            "jo_priority_class": "system-cluster-critical",
            "jo_pod_node_selector_key": "",
            "jo_pod_tolerations": [{"key": "notebooks", "operator": "Exists"}],
            "jo_pod_affinity": {"nodeAffinity": {"preferredDuringSchedulingIgnoredDuringExecution": []}},
            "jo_shm_size": "1Gi",
            "jo_gpu_resource": "amd.com/gpu",
            "jo_allow_root": True,
            "jo_notebook_pull_secret": "pull",
            "jo_cull_timeout": "1d12h",
            "jo_cull_connected": True,
            "jo_cull_max_age": 604800,
            "jo_time_to_live": 2592000,
            "jo_server_address": "https://squonk.it",
            "jo_settings_configmap": "settings",
            "jo_gateway": "infra/public",
            "jo_ingress": False,
            "jo_network_policy": True,
            "jo_controller_namespaces": ["infra", "ingress"],
            "jo_ingress_class": "traefik",
            "jo_ingress_class_annotation": True,
            "jo_ingress_proxy_timeout": 60,
            "jo_ingress_annotations": {"b.example.com/b": "2", "a.example.com/a": "1"},
            "jo_grafana_dashboard": True,
            "jo_dashboard_labels": {"grafana_dashboard": "yes"},
            "jo_replicas": 2,
            "jo_node_label": "",
            "jo_cpu_limit": "",
            "jo_mem_limit": "",
            "jo_extra_env": {"B": "2", "A": 1},
            "jo_image_variants": {"b:1": "B", "a:1": "A"} | NONE_OF_THE_DEFAULTS,
        },
    ),
    ("jobflow-operator", {"jf_image_tag": "1.0.0"}),
    (
        "jobflow-operator",
        {
            "jf_image_tag": "stable",
            "jf_replicas": 3,
            "jf_node_label": "informaticsmatters.com/purpose-application",
            "jf_aggregate_roles": False,
            "jf_label_nodes": True,
            "jf_admission": True,
            "jf_admission_certificate": "secret:mine",
            "jf_admission_ca_from": "jobflow-operator/mine",
            "jf_mem_limit": "",
            "jf_extra_env": {"JOPF_WORKERS": 4},
        },
    ),
    ("jobflow-operator", {"jf_image_tag": "1.0.0", "jf_admission": True}),
]
THEIR_OWN = {
    "app.kubernetes.io/managed-by",
    "helm.sh/resource-policy",
    "meta.helm.sh/release-name",
    "meta.helm.sh/release-namespace",
    "deployment.kubernetes.io/revision",
}


def essence(definition):
    """What was asked for, without what the API server and Helm add."""
    kept = {part: value for part, value in definition.items() if part not in ("metadata", "status")}
    metadata = definition["metadata"]
    kept["labels"] = {key: value for key, value in (metadata.get("labels") or {}).items() if key not in THEIR_OWN}
    kept["annotations"] = {
        key: value for key, value in (metadata.get("annotations") or {}).items() if key not in THEIR_OWN
    }
    if definition["kind"] == "Service":
        kept["spec"] = {k: v for k, v in definition["spec"].items() if k not in ("clusterIP", "clusterIPs")}
    return kept


def deployed(cluster, before):
    """What has come, as far as it is the operator's and not Helm's or the cluster's."""
    return {
        key: essence(definition)
        for key, definition in cluster.objects().items()
        if key not in before and key[1] != "Namespace" and "sh.helm.release" not in key[3]
    }


@pytest.mark.parametrize(("chart", "values"), CASES)
def test_role_and_chart_deploy_the_same(newest, helm, clean, empty, chart, values):
    playbook, namespace, prefix = OPERATORS[chart]
    clean.create_namespace(namespace)
    for name in ("one", "two"):
        clean.create_namespace(name, "data-manager")
    before = set(clean.objects())
    newest.play(playbook, values)
    by_role = deployed(clean, before)
    clean.remove_all_but(before)

    helm.must("install", chart, f"charts/{chart}", "--namespace", namespace, values=values)
    by_chart = deployed(clean, before)

    assert sorted(map(str, by_chart)) == sorted(map(str, by_role))
    for key, definition in by_role.items():
        assert by_chart[key] == definition, key
    assert any(key[1] == "Deployment" for key in by_role)
    # and the values of a release can be changed
    helm.must("upgrade", chart, f"charts/{chart}", "--namespace", namespace, values=values | {f"{prefix}_image_tag": "2"})


@pytest.mark.parametrize(("chart", "values"), CASES)
def test_what_a_chart_renders_has_no_unknown_fields(helm, clean, chart, values):
    _, namespace, _ = OPERATORS[chart]
    for name in (namespace, "one", "two"):
        clean.create_namespace(name)
    rendered = helm.must("template", chart, f"charts/{chart}", "--namespace", namespace, values=values)
    definitions = [one for one in yaml.safe_load_all(rendered) if one]

    assert len(definitions) > 6
    for definition in definitions:
        clean.dry_run(definition)


def test_every_setting_of_the_operator_can_be_given_by_a_variable(helm):
    read = set(re.findall(r"JO_[A-Z_]+", (SOURCES / "resources" / "application.yml").read_text()))
    for source in SOURCES.rglob("*.java"):
        read |= set(re.findall(r'"(JO_[A-Z_]+)"', source.read_text()))
    (values,) = [values for chart, values in CASES if "jo_time_to_live" in values]
    rendered = helm.must("template", "x", "charts/jupyter-operator", values=values | {"jo_extra_env": {}})
    (deployment,) = [one for one in yaml.safe_load_all(rendered) if one and one["kind"] == "Deployment"]
    given = {one["name"]: one.get("value") for one in deployment["spec"]["template"]["spec"]["containers"][0]["env"]}

    assert {name for name in given if name.startswith("JO_")} == read
    assert given["JO_TIME_TO_LIVE"] == "2592000"


@pytest.mark.parametrize("chart", OPERATORS)
def test_a_removed_release_leaves_the_crds_only(helm, clean, chart):
    _, namespace, prefix = OPERATORS[chart]
    clean.create_namespace(namespace)
    before = set(clean.objects())
    helm.must("install", chart, f"charts/{chart}", "-n", namespace, "--set-string", f"{prefix}_image_tag=1")
    helm.must("uninstall", chart, "-n", namespace)

    assert {kind for _, kind, _, _ in set(clean.objects()) - before} == {"CustomResourceDefinition"}
    helm.must("install", chart, f"charts/{chart}", "-n", namespace, "--set-string", f"{prefix}_image_tag=1")


@pytest.mark.parametrize("chart", OPERATORS)
def test_the_chart_is_as_helm_wants_it(helm, tmp_path, chart):
    said = helm.must("lint", "--strict", f"charts/{chart}", "--set-string", f"{OPERATORS[chart][2]}_image_tag=1")
    assert "0 chart(s) failed" in said
    # a package has no links into the rest of the repository
    helm.must("package", f"charts/{chart}", "--destination", str(tmp_path))
    package = next(tmp_path.glob("*.tgz"))
    of_package = helm.must("template", "x", str(package), "--set-string", f"{OPERATORS[chart][2]}_image_tag=1")
    assert of_package == helm.must(
        "template", "x", f"charts/{chart}", "--set-string", f"{OPERATORS[chart][2]}_image_tag=1"
    )


@pytest.mark.parametrize(
    ("chart", "values", "message"),
    [
        ("jupyter-operator", "{}", "jo_image_tag is not set"),
        ("jupyter-operator", "jo_image_tag: 33.0", "jo_image_tag"),
        ("jupyter-operator", "jo_image_tag: '1'\njo_namespaces: A", "jo_namespaces"),
        ("jupyter-operator", "jo_image_tag: '1'\njo_time_to_live: 2 days", "jo_time_to_live"),
        ("jupyter-operator", "jo_image_tag: '1'\njo_server_address: gateway", "jo_server_address"),
        ("jobflow-operator", "{}", "jf_image_tag is not set"),
        ("jobflow-operator", "jf_image_tag: '1'\njf_admission_certificate: x", "jf_admission_certificate"),
    ],
)
def test_what_is_wrong_is_said(helm, chart, values, message):
    ended = helm.run("template", "x", f"charts/{chart}", values=values)

    assert ended.returncode != 0
    assert message in ended.stderr


@pytest.fixture
def prometheus_operator(clean):
    """Its definitions, reduced to what deployments need: their names, and that they take all fields."""
    for kind in ("ServiceMonitor", "PrometheusRule"):
        schema = {"type": "object", "x-kubernetes-preserve-unknown-fields": True}
        version = {"name": "v1", "served": True, "storage": True, "schema": {"openAPIV3Schema": schema}}
        plural = f"{kind.lower()}s"
        clean.create(
            {
                "apiVersion": "apiextensions.k8s.io/v1",
                "kind": "CustomResourceDefinition",
                "metadata": {"name": f"{plural}.{MONITORING}"},
                "spec": {
                    "group": MONITORING,
                    "names": {"kind": kind, "plural": plural},
                    "scope": "Namespaced",
                    "versions": [version],
                },
            }
        )
    return clean


def by_role_and_chart(newest, helm, cluster, chart, values, kind, name):
    """The same object as both of them make it."""
    playbook, namespace, _ = OPERATORS[chart]
    newest.play(playbook, values)
    cluster.dynamic.resources.invalidate_cache()
    rendered = helm.must("template", chart, f"charts/{chart}", "-n", namespace, values=values)
    (by_chart,) = [
        one
        for one in yaml.safe_load_all(rendered)
        if one and (one["kind"], one["metadata"]["name"]) == (kind, name)
    ]
    by_role = cluster.get(by_chart["apiVersion"], kind, name, namespace)
    assert newest.play(playbook, values).changed == 0
    return by_role, by_chart


def test_service_monitors_are_those_of_prometheus_operator(newest, helm, prometheus_operator):
    for chart, (playbook, namespace, prefix) in OPERATORS.items():
        values = {f"{prefix}_image_tag": "1", f"{prefix}_service_monitor": True}
        by_role, by_chart = by_role_and_chart(
            newest, helm, prometheus_operator, chart, values, "ServiceMonitor", chart
        )
        service = prometheus_operator.get("v1", "Service", chart, namespace)

        assert by_chart["spec"] == by_role["spec"]
        assert by_role["spec"]["selector"]["matchLabels"].items() <= service["metadata"]["labels"].items()
        newest.play(playbook, {f"{prefix}_image_tag": "1"})
        assert not prometheus_operator.get(f"{MONITORING}/v1", "ServiceMonitor", chart, namespace)


def test_alerts_and_dashboard_come_and_go(newest, helm, prometheus_operator):
    chart, values = "jupyter-operator", {"jo_image_tag": "1"}
    labels = {"application": chart, "release": "prometheus"}
    alerts = values | {"jo_prometheus_rules": True, "jo_monitoring_labels": {"release": "prometheus"}}
    rules, by_chart = by_role_and_chart(newest, helm, prometheus_operator, chart, alerts, "PrometheusRule", chart)
    assert rules["spec"] == by_chart["spec"] == yaml.safe_load((FILES / "prometheus-rules.yaml").read_text())
    assert rules["metadata"]["labels"] == by_chart["metadata"]["labels"] == labels

    shown = values | {"jo_grafana_dashboard": True}
    name = "jupyter-operator-dashboard"
    board, by_chart = by_role_and_chart(newest, helm, prometheus_operator, chart, shown, "ConfigMap", name)
    assert board["data"] == by_chart["data"]
    assert json.loads(board["data"]["jupyter-operator.json"]) == json.loads((FILES / "grafana-dashboard.json").read_text())
    assert board["metadata"]["labels"] == by_chart["metadata"]["labels"] == {"application": chart, "grafana_dashboard": "1"}
    namespace = OPERATORS[chart][1]
    assert not prometheus_operator.get(f"{MONITORING}/v1", "PrometheusRule", chart, namespace)
    newest.play("site.yaml", values)
    assert not prometheus_operator.get("v1", "ConfigMap", name, namespace)


def test_the_values_are_the_documented_parameters():
    for chart, example in [("jupyter-operator", "example-parameters.yaml"), ("jobflow-operator", "example-jobflow-parameters.yaml")]:
        assert (ROOT / "charts" / chart / "values.yaml").read_text() == (ROOT / example).read_text()
