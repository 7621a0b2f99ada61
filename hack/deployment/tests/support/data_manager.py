"""A Data Manager, under the rights that it is given."""

import configparser

MARK = "data-manager.informaticsmatters.com"
CRD = ("apiextensions.k8s.io/v1", "CustomResourceDefinition", "jupyternotebooks.squonk.it")
RBAC = "rbac.authorization.k8s.io/v1"
NOTEBOOK = ("squonk.it/v2", "JupyterNotebook")


def own_rights_of_data_managers(cluster, namespaces):
    """Those that a Data Manager has from its own installation: to look for applications and at its own namespace."""
    rules = [
        {"apiGroups": ["apiextensions.k8s.io"], "resources": ["customresourcedefinitions"], "verbs": ["list"]},
        {"apiGroups": [""], "resources": ["configmaps", "pods"], "verbs": ["get", "list"]},
    ]
    cluster.create({"apiVersion": RBAC, "kind": "ClusterRole", "metadata": {"name": "its-own"}, "rules": rules})
    cluster.create(
        {
            "apiVersion": RBAC,
            "kind": "ClusterRoleBinding",
            "metadata": {"name": "its-own"},
            "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "its-own"},
            "subjects": [{"kind": "ServiceAccount", "name": "data-manager", "namespace": one} for one in namespaces],
        }
    )


class DataManager:
    """Does what the Data Manager does, with its account."""

    def __init__(self, cluster, namespace):
        self.namespace = namespace
        self.sees = cluster.as_account(namespace, "data-manager")

    def applications(self):
        found = []
        for crd in self.sees.list(*CRD[:2]):
            notes = crd["metadata"].get("annotations", {})
            namespaces = notes.get(f"{MARK}/application-namespaces", "").split(":")
            if notes.get(f"{MARK}/application") == "yes" and self.namespace in namespaces:
                found.append(crd)
        return found

    def images(self, application):
        config = configparser.ConfigParser(delimiters="=", comment_prefixes="#")
        told = self.sees.get("v1", "ConfigMap", application["metadata"]["name"], self.namespace)
        config.read_string(told["data"]["dm-app.config"])
        return {name: image for image, name in config["public image variants"].items()}

    def create(self, application, name, image, **wanted):
        """Makes an instance; with what is wanted below spec.imDataManager in place of the usual."""
        spec = {
            "taskId": "task-1",
            "image": image,
            "resources": {part: {"cpu": "2", "memory": "4Gi"} for part in ("requests", "limits")},
            "securityContext": {"runAsUser": 1001, "runAsGroup": 2001},
            "project": {"claimName": "projects", "id": "project-3f2a6c1e"},
            "labels": [f"{MARK}/instance={name}", f"{MARK}/owner=alice@example.com"],
        } | wanted
        version = f"{application['spec']['group']}/{application['spec']['versions'][0]['name']}"
        metadata = {"name": name, "namespace": self.namespace}
        kind = application["spec"]["names"]["kind"]
        self.sees.create({"apiVersion": version, "kind": kind, "metadata": metadata, "spec": {"imDataManager": spec}})

    def url(self, application, name):
        notebook = self.sees.get(*NOTEBOOK, name, self.namespace)
        found = notebook.get("status")
        for part in application["metadata"]["annotations"][f"{MARK}/application-url-location"].split("."):
            found = (found or {}).get(part)
        return found

    def delete(self, name):
        self.sees.delete(*NOTEBOOK, name, self.namespace)

    def pods(self, name):
        return self.sees.list("v1", "Pod", self.namespace, label_selector=f"{MARK}/instance={name}")
