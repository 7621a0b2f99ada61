"""A control plane of this machine, and what its administrator sees and does there."""

import base64
import json
import os
import subprocess
import time
from pathlib import Path

import urllib3
import yaml
from kubernetes import client, config
from kubernetes.client.exceptions import ApiException
from kubernetes.dynamic import DynamicClient
from kubernetes.dynamic.exceptions import NotFoundError, ResourceNotFoundError

PATIENCE = 90
# they come and go by themselves
VOLATILE = {"APIService", "IPAddress", "Event", "Lease", "Endpoints", "EndpointSlice", "ReplicaSet", "Pod", "ComponentStatus", "ControllerRevision"}


def await_that(what, condition, patience=PATIENCE, told=lambda: ""):
    """Waits until a condition holds, and returns what it says; else tells what is told."""
    end = time.monotonic() + patience
    while True:
        said = condition()
        if said:
            return said
        if time.monotonic() > end:
            raise AssertionError(f"not within {patience} s: {what} {told()}")
        time.sleep(0.2)


class ControlPlane:
    """The processes; or those that somebody has started before."""

    def __init__(self, binary, directory):
        self._process = None
        self.audit_log = f"{directory}/audit.log"
        running = os.environ.get("JOPF_CONTROL_PLANE_RUNNING")
        if running:
            self.kubeconfig, self.audit_log = running.split(":")
            return
        self._process = subprocess.Popen(
            # the plugin makes blockOwnerDeletion a matter of rights, as it is in some real clusters
            [binary, "run", "--speed", "20", "--audit-log", self.audit_log]
            + ["--apiserver-flag", "enable-admission-plugins=OwnerReferencesPermissionEnforcement"]
            + [f"{directory}/control-plane"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        line = self._process.stdout.readline()
        assert line.startswith("ready "), "the control plane does not start, see above"
        self.kubeconfig = line.removeprefix("ready ").strip()

    def stop(self):
        if self._process:
            self._process.stdin.close()
            self._process.wait(timeout=60)


class Cluster:
    """What its administrator sees and does."""

    def __init__(self, directory, kubeconfig, audit_log):
        self.directory = Path(directory)
        self.audit_log = audit_log
        self.kubeconfig = kubeconfig
        # this machine only, and newer Pythons want more of certificates than theirs have
        urllib3.disable_warnings()
        api = config.new_client_from_config(self.kubeconfig)
        api.configuration.verify_ssl = False
        self.api = client.ApiClient(api.configuration)
        self.dynamic = DynamicClient(self.api)
        for node in self.list("v1", "Node"):
            labels = {"informaticsmatters.com/purpose-application": "yes"}
            self.patch("v1", "Node", node["metadata"]["name"], {"metadata": {"labels": labels}})

    @property
    def server(self):
        return self.api.configuration.host

    @property
    def token(self):
        return self.api.configuration.api_key["authorization"].removeprefix("Bearer ")

    def authority(self):
        """The file with the API server's certificate authority."""
        content = yaml.safe_load(Path(self.kubeconfig).read_text())["clusters"][0]["cluster"]
        if "certificate-authority" in content:
            return content["certificate-authority"]
        file = self.directory / "authority.crt"
        file.write_bytes(base64.b64decode(content["certificate-authority-data"]))
        return str(file)

    def kubeconfig_of(self, token, name):
        """A file with which a process is the user of a token."""
        content = yaml.safe_load(Path(self.kubeconfig).read_text())
        content["users"][0]["user"] = {"token": token}
        file = self.directory / f"{name}.kubeconfig"
        file.write_text(yaml.safe_dump(content))
        return str(file)

    def token_of(self, namespace, account):
        request = client.AuthenticationV1TokenRequest(spec=client.V1TokenRequestSpec(audiences=[]))
        core = client.CoreV1Api(self.api)
        return core.create_namespaced_service_account_token(account, namespace, request).status.token

    def as_account(self, namespace, account):
        """The cluster as an account sees it."""
        return User(self.server, self.token_of(namespace, account))

    def _kind(self, version, kind):
        return self.dynamic.resources.get(api_version=version, kind=kind)

    def create(self, definition):
        kind = self._kind(definition["apiVersion"], definition["kind"])
        namespace = definition["metadata"].get("namespace")
        return kind.create(body=definition, namespace=namespace).to_dict()

    def create_namespace(self, name, *accounts):
        self.create({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name}})
        for account in accounts:
            metadata = {"name": account, "namespace": name}
            self.create({"apiVersion": "v1", "kind": "ServiceAccount", "metadata": metadata})

    def dry_run(self, definition):
        """Has the API server check a definition, unknown fields too."""
        kind = self._kind(definition["apiVersion"], definition["kind"])
        kind.server_side_apply(
            body=definition,
            name=definition["metadata"]["name"],
            namespace=definition["metadata"].get("namespace"),
            field_manager="test",
            force_conflicts=True,
            query_params=[("dryRun", "All"), ("fieldValidation", "Strict")],
        )

    def get(self, version, kind, name, namespace=None):
        """The object, or None."""
        try:
            return self._kind(version, kind).get(name=name, namespace=namespace).to_dict()
        except (NotFoundError, ResourceNotFoundError):
            return None

    def list(self, version, kind, namespace=None, **selectors):
        return self._kind(version, kind).get(namespace=namespace, **selectors).to_dict()["items"]

    def patch(self, version, kind, name, body, namespace=None):
        self._kind(version, kind).patch(
            name=name, namespace=namespace, body=body, content_type="application/merge-patch+json"
        )

    def delete(self, version, kind, name, namespace=None):
        try:
            self._kind(version, kind).delete(name=name, namespace=namespace)
        except (NotFoundError, ResourceNotFoundError):
            pass

    def objects(self):
        """Everything but what comes and goes by itself, by (apiVersion, kind, namespace, name)."""
        self.dynamic.resources.invalidate_cache()
        found = {}
        for kind in self.dynamic.resources.search(preferred=True):
            if kind.kind in VOLATILE or kind.kind.endswith("List") or "list" not in (kind.verbs or []):
                continue
            try:
                items = kind.get().to_dict()["items"]
            except (ApiException, NotFoundError):
                continue
            for item in items:
                metadata = item["metadata"]
                key = (kind.group_version, kind.kind, metadata.get("namespace"), metadata["name"])
                found[key] = item
        return found

    def remove_all_but(self, kept):
        """Brings back the state in which the cluster had these objects only."""
        left = {key for key in self.objects() if key not in kept}
        for version, kind, namespace, name in sorted(left, key=lambda key: key[1] == "Namespace"):
            self.delete(version, kind, name, namespace)
            if kind == "PersistentVolumeClaim":
                self.unprotect(version, kind, name, namespace)
        await_that("nothing is left", lambda: set(self.objects()) <= set(kept), told=lambda: set(self.objects()) - set(kept))

    def unprotect(self, version, kind, name, namespace):
        """Takes the finalizer off a claim: the controller that does it does not run here."""
        try:
            self.patch(version, kind, name, {"metadata": {"finalizers": None}}, namespace)
        except (NotFoundError, ResourceNotFoundError):
            pass

    def requests_of(self, user, since):
        """What a user has asked the API server for since the audit log had this size."""
        requests = []
        with open(self.audit_log, encoding="utf-8") as lines:
            lines.seek(since)
            for line in lines:
                if user in line:
                    event = json.loads(line)
                    if event["user"]["username"] == user and event.get("stage") == "ResponseComplete":
                        requests.append(event)
        return requests


class User(Cluster):
    """Somebody with a token."""

    def __init__(self, server, token):
        configuration = client.Configuration(host=server)
        configuration.api_key = {"authorization": f"Bearer {token}"}
        configuration.verify_ssl = False
        self.api = client.ApiClient(configuration)
        self.dynamic = DynamicClient(self.api)
