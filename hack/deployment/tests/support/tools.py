"""Ansible, Helm and the operators as processes."""

import os
import re
import socket
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

import yaml

from .cluster import await_that

ROOT = Path(__file__).resolve().parents[4]
PATIENCE = 300


def environment(home, **variables):
    """Nothing of the machine but what every process needs."""
    kept = {name: os.environ[name] for name in ("PATH", "JAVA_HOME", "TMPDIR") if name in os.environ}
    return kept | {"HOME": str(home), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"} | variables


class Played:
    """How a playbook ended."""

    def __init__(self, process):
        self.ok = process.returncode == 0
        self.output = process.stdout + process.stderr
        changed = re.search(r"changed=(\d+)", self.output)
        self.changed = int(changed.group(1)) if changed else 0
        # long lines are wrapped by some callbacks
        self.said = re.sub(r"\s+", " ", self.output.replace("\\n", " ").replace("\\'", "'"))


class Ansible:
    """One installation of Ansible."""

    def __init__(self, directory, home, cluster):
        self.bin = Path(directory) / "bin"
        self.home = home
        self.cluster = cluster

    def environment(self, **variables):
        every = environment(self.home, **variables)
        every["PATH"] = f"{self.bin}{os.pathsep}{every['PATH']}"
        version = subprocess.run([self.bin / "python", "-V"], capture_output=True, text=True, check=True).stdout
        if tuple(map(int, version.split()[1].split(".")[:2])) >= (3, 13):
            # the control plane's certificate lacks what this Python asks for
            every["K8S_AUTH_VERIFY_SSL"] = "no"
        return every

    def run(self, *command, **variables):
        return subprocess.run(
            command,
            cwd=ROOT,
            env=self.environment(**variables),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def try_play(self, playbook, parameters, *arguments, access=None):
        """Plays with parameters, a dict or the text of a file, with the access that variables give."""
        file = Path(self.home) / "parameters.yaml"
        file.write_text(parameters if isinstance(parameters, str) else yaml.safe_dump(parameters))
        given = {"KUBECONFIG": self.cluster.kubeconfig} if access is None else access
        return Played(self.run("ansible-playbook", "-e", f"@{file}", playbook, *arguments, **given))

    def play(self, playbook, parameters, *arguments, **more):
        played = self.try_play(playbook, parameters, *arguments, **more)
        assert played.ok, played.output
        return played


class Helm:
    """Helm, and nothing of its user's."""

    def __init__(self, binary, home, cluster):
        self.binary = binary
        self.home = home
        self.cluster = cluster

    def run(self, *arguments, values=None):
        command = [self.binary, *arguments]
        if values is not None:
            file = Path(self.home) / "values.yaml"
            file.write_text(values if isinstance(values, str) else yaml.safe_dump(values))
            command += ["-f", str(file)]
        return subprocess.run(
            command,
            cwd=ROOT,
            env=environment(self.home, KUBECONFIG=self.cluster.kubeconfig),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def must(self, *arguments, values=None):
        ended = self.run(*arguments, values=values)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout


class Operator:
    """A jar that runs as its Deployment says, with its account's token."""

    def __init__(self, cluster, name, namespace, directory):
        deployment = cluster.get("apps/v1", "Deployment", name, namespace)
        given = deployment["spec"]["template"]["spec"]["containers"][0]["env"]
        self._cluster = cluster
        self._since = os.path.getsize(cluster.audit_log)
        self._user = f"system:serviceaccount:{namespace}:{name}"
        self.log = Path(directory) / f"{name}.log"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        variables = {one["name"]: one["value"] for one in given if "value" in one}
        variables |= {
            "KUBECONFIG": cluster.kubeconfig_of(cluster.token_of(namespace, name), name),
            "POD_NAME": f"{name}-0",
            "POD_NAMESPACE": namespace,
            # as in a pod, which this is not
            "JOPF_LEADER_ELECTION_ENABLED": "true",
            "MICRONAUT_SERVER_HOST": "127.0.0.1",
            "MICRONAUT_SERVER_PORT": str(self.port),
        }
        java = Path(os.environ["JAVA_HOME"]) / "bin" / "java" if "JAVA_HOME" in os.environ else "java"
        jar = ROOT / "apps" / name / "target" / f"{name}.jar"
        with open(self.log, "w", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                [java, "-Xmx192m", "-jar", jar], env=environment(directory, **variables), stdout=log, stderr=log
            )

    def requests(self):
        """What it has asked the API server for, as the audit log has it."""
        return self._cluster.requests_of(self._user, self._since)

    def await_leading(self):
        await_that("the operator leads", self._leads)

    def _leads(self):
        assert self._process.poll() is None, self.log.read_text()
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/prometheus", timeout=5) as answer:
                return re.search(r"^jopf_leader(\{.*\})? 1\.0$", answer.read().decode(), re.MULTILINE)
        except (urllib.error.URLError, OSError):
            return False

    def stop(self):
        """Ends it as Kubernetes does."""
        self._process.terminate()
        assert self._process.wait(timeout=60) == 0, self.log.read_text()

    def kill(self):
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
