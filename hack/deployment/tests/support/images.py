"""Images for the real node, which has no registry."""

import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from .containers import entered, root
from .tools import ROOT

JAVA_PATH = "PATH=/opt/java/openjdk/bin:/usr/local/bin:/usr/bin:/bin"
LAB_PATH = "PATH=/opt/conda/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


class Images:
    """Made from directories and given to the node."""

    def __init__(self, cluster):
        self._binary = os.environ["JOPF_CONTROL_PLANE"]
        self._node = Path(cluster.kubeconfig).parent

    def load(self, name, directory, *flags, entrypoint=()):
        with tempfile.TemporaryDirectory() as work:
            archive = f"{work}/image.tar"
            command = [self._binary, "image", *flags, name, directory, archive]
            subprocess.run(command + (["--", *entrypoint] if entrypoint else []), check=True)
            subprocess.run([self._binary, "import", self._node, archive], check=True)

    def load_lab(self, name):
        """As an image of Jupyter's docker-stacks: JupyterLab in /opt/conda, and a user of its own."""
        self.load(name, root("lab"), "--env", LAB_PATH, "--user", "1000:100", "--workdir", "/home/jovyan")

    def load_operator(self, name):
        """What the Dockerfile makes, as it says: a runtime of Java, the jar, and an AOT cache made by these two."""
        dockerfile = (ROOT / "Dockerfile").read_text()
        files = re.findall(r"^COPY (hack/\S+) (\S+)$", dockerfile, re.MULTILINE)
        entrypoint = json.loads(re.search(r"^ENTRYPOINT (.*)$", dockerfile, re.MULTILINE).group(1))
        with tempfile.TemporaryDirectory() as work:
            operator = Path(work) / "operator"
            operator.mkdir()
            shutil.copy2(ROOT / "apps/jupyter-operator/target/jupyter-operator.jar", operator / "operator.jar")
            for source, target in files:
                shutil.copy2(ROOT / source, operator / target)
            trained = subprocess.run(
                entered(f"{work}/training", "java", JAVA_PATH, "/operator/train", binds={operator: "/operator"}),
                capture_output=True,
                text=True,
                check=False,
            )
            assert trained.returncode == 0, trained.stdout + trained.stderr
            image = Path(work) / "image"
            subprocess.run(["cp", "-a", "--reflink=auto", root("java"), image], check=True)
            shutil.copytree(operator, image / "operator")
            (image / "operator").chmod(0o755)
            flags = ["--env", JAVA_PATH, "--user", "65532:65532", "--workdir", "/operator"]
            self.load(name, image, *flags, entrypoint=entrypoint)
