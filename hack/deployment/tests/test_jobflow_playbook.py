"""site_jobflow.yaml."""

import pytest
from kubernetes import client
from support.cluster import await_that

NAMESPACE = "jobflow-operator"
FORCED = {"jf_image_tag": "1.0.0"}
CRD = ("apiextensions.k8s.io/v1", "CustomResourceDefinition", "jobflows.api.practice.com")
TEMPLATE = {
    "apiVersion": "api.practice.com/v1alpha1",
    "kind": "JobTemplate",
    "metadata": {"name": "left", "namespace": "default"},
    "spec": {},
}


def deployment(cluster):
    return cluster.get("apps/v1", "Deployment", "jobflow-operator", NAMESPACE)


def test_a_deployment_is_complete_and_the_second_changes_nothing(ansible, clean, empty):
    ansible.play("site_jobflow.yaml", FORCED)
    made = {(kind, name) for _, kind, _, name in set(clean.objects()) - empty}

    assert {("CustomResourceDefinition", f"{kind}.api.practice.com") for kind in ("jobflows", "daemonjobs", "jobtemplates")} <= made
    assert {(kind, "jobflow-operator") for kind in ("ServiceAccount", "ClusterRole", "ClusterRoleBinding", "Role")} <= made
    assert deployment(clean)["status"]["readyReplicas"] == 1
    assert ansible.play("site_jobflow.yaml", FORCED).changed == 0


def test_check_mode_changes_nothing(newest, clean, empty):
    assert newest.play("site_jobflow.yaml", FORCED, "--check").changed > 0
    assert set(clean.objects()) == empty


def test_absent_removes_all_that_was_made(ansible, clean, empty):
    all_of_it = FORCED | {"jf_admission": True, "jf_replicas": 2}
    ansible.play("site_jobflow.yaml", all_of_it)

    ansible.play("site_jobflow.yaml", {"jf_state": "absent"})
    assert set(clean.objects()) == empty
    assert ansible.play("site_jobflow.yaml", {"jf_state": "absent"}).changed == 0


def test_absent_takes_no_objects_along_unless_told_so(newest, clean):
    newest.play("site_jobflow.yaml", FORCED)
    clean.create(TEMPLATE)

    refused = newest.try_play("site_jobflow.yaml", {"jf_state": "absent"})
    assert not refused.ok
    assert "There are 1 flows, daemon jobs, templates or schedules, such as default/left." in refused.said
    newest.play("site_jobflow.yaml", {"jf_state": "absent", "jf_remove_instances": True})
    assert not clean.get(*CRD)


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({}, "jf_image_tag is not set"),
        (FORCED | {"jf_state": "Bogus"}, "jf_state is 'Bogus': it has to be present or absent."),
        (FORCED | {"jf_namespace": "A"}, "jf_namespace is 'A', which is no name of a namespace."),
        (FORCED | {"jf_admission_certificate": "x"}, "it has to be generated or secret:NAME."),
    ],
)
def test_what_is_wrong_is_said(newest, parameters, message):
    played = newest.try_play("site_jobflow.yaml", parameters)

    assert not played.ok
    assert message in played.said


def test_what_is_no_longer_asked_for_goes(newest, clean):
    newest.play("site_jobflow.yaml", FORCED)
    plain = set(clean.objects())
    newest.play("site_jobflow.yaml", FORCED | {"jf_admission": True, "jf_aggregate_roles": False})
    service = clean.get("v1", "Service", "jobflow-operator", NAMESPACE)
    assert [port["port"] for port in service["spec"]["ports"]] == [8080, 443]
    newest.play("site_jobflow.yaml", FORCED)

    assert set(clean.objects()) == plain
    service = clean.get("v1", "Service", "jobflow-operator", NAMESPACE)
    assert [port["port"] for port in service["spec"]["ports"]] == [8080]


def may(cluster, user, verb, resource):
    attributes = client.V1ResourceAttributes(
        namespace="default", verb=verb, group="api.practice.com", resource=resource
    )
    spec = client.V1SubjectAccessReviewSpec(user=user, resource_attributes=attributes)
    reviews = client.AuthorizationV1Api(cluster.api)
    return reviews.create_subject_access_review(client.V1SubjectAccessReview(spec=spec)).status.allowed


def test_users_of_a_namespace_may_with_flows_what_they_may_with_the_rest(newest, clean):
    newest.play("site_jobflow.yaml", FORCED)
    for role in ("view", "edit", "admin"):
        binding = {
            "apiVersion": "rbac.authorization.k8s.io/v1",
            "kind": "RoleBinding",
            "metadata": {"name": f"one-may-{role}", "namespace": "default"},
            "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": role},
            "subjects": [{"apiGroup": "rbac.authorization.k8s.io", "kind": "User", "name": role}],
        }
        clean.create(binding)

    await_that("viewers may view", lambda: may(clean, "view", "watch", "jobflows"))
    await_that("editors may edit", lambda: may(clean, "edit", "patch", "daemonjobs"))
    await_that("administrators may edit", lambda: may(clean, "admin", "delete", "jobtemplates"))
    assert not may(clean, "view", "create", "jobflows")
    assert not may(clean, "edit", "patch", "jobflows/status")
