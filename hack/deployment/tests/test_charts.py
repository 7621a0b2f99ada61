"""The charts, and that they deploy what the roles deploy."""

import pytest
import yaml
from support.tools import ROOT

OPERATORS = {
    "jupyter-operator": ("site.yaml", "data-manager-jupyter-operator", "jo"),
    "jobflow-operator": ("site_jobflow.yaml", "jobflow-operator", "jf"),
}
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
            "jo_gateway": "infra/public",
            "jo_ingress": False,
            "jo_network_policy": True,
            "jo_controller_namespaces": ["infra", "ingress"],
            "jo_ingress_class": "traefik",
            "jo_ingress_class_annotation": True,
            "jo_ingress_proxy_timeout": 60,
            "jo_ingress_annotations": {"b.example.com/b": "2", "a.example.com/a": "1"},
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
        ("jobflow-operator", "{}", "jf_image_tag is not set"),
        ("jobflow-operator", "jf_image_tag: '1'\njf_admission_certificate: x", "jf_admission_certificate"),
    ],
)
def test_what_is_wrong_is_said(helm, chart, values, message):
    ended = helm.run("template", "x", f"charts/{chart}", values=values)

    assert ended.returncode != 0
    assert message in ended.stderr


def test_service_monitors_are_those_of_prometheus_operator(newest, helm, clean):
    """The CRD is reduced to what both need: its name and that it takes the fields."""
    group = "monitoring.coreos.com"
    schema = {"type": "object", "x-kubernetes-preserve-unknown-fields": True}
    version = {"name": "v1", "served": True, "storage": True, "schema": {"openAPIV3Schema": schema}}
    names = {"kind": "ServiceMonitor", "plural": "servicemonitors"}
    clean.create(
        {
            "apiVersion": "apiextensions.k8s.io/v1",
            "kind": "CustomResourceDefinition",
            "metadata": {"name": f"servicemonitors.{group}"},
            "spec": {"group": group, "names": names, "scope": "Namespaced", "versions": [version]},
        }
    )
    for chart, (playbook, namespace, prefix) in OPERATORS.items():
        values = {f"{prefix}_image_tag": "1", f"{prefix}_service_monitor": True}
        newest.play(playbook, values)
        clean.dynamic.resources.invalidate_cache()
        by_role = clean.get(f"{group}/v1", "ServiceMonitor", chart, namespace)
        rendered = helm.must("template", chart, f"charts/{chart}", "-n", namespace, values=values)
        by_chart = [one for one in yaml.safe_load_all(rendered) if one and one["kind"] == "ServiceMonitor"]
        service = clean.get("v1", "Service", chart, namespace)

        assert [one["spec"] for one in by_chart] == [by_role["spec"]]
        assert by_role["spec"]["selector"]["matchLabels"].items() <= service["metadata"]["labels"].items()
        assert newest.play(playbook, values).changed == 0
        newest.play(playbook, {f"{prefix}_image_tag": "1"})
        assert not clean.get(f"{group}/v1", "ServiceMonitor", chart, namespace)


def test_the_values_are_the_documented_parameters():
    for chart, example in [("jupyter-operator", "example-parameters.yaml"), ("jobflow-operator", "example-jobflow-parameters.yaml")]:
        assert (ROOT / "charts" / chart / "values.yaml").read_text() == (ROOT / example).read_text()
