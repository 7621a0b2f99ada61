"""Processes in root file systems of their own: hack/jupyter."""

import os
import signal
import socket
import subprocess
from pathlib import Path

from .tools import ROOT


def root(name):
    """A root file system of hack/jupyter/root."""
    return os.environ[f"JOPF_ROOT_{name.upper()}"]


def free_port(address="127.0.0.1"):
    with socket.socket() as free:
        free.bind((address, 0))
        return free.getsockname()[1]


def entered(directory, name, *command, user="0:0", binds=None):
    """The command line that runs a command in a root file system."""
    shown = [part for source, path in (binds or {}).items() for part in ("--bind", f"{source}:{path}")]
    return [ROOT / "hack/jupyter/enter", "--user", user, *shown, root(name), directory, "/usr/bin/env", *command]


class Container:
    """A process that runs until it is stopped."""

    def __init__(self, directory, name, *command, **more):
        self.directory = Path(directory)
        self.directory.mkdir(parents=True, exist_ok=True)
        self.log = self.directory / "log"
        with open(self.log, "w", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                entered(self.directory, name, *command, **more), stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )

    def send(self, number):
        """Sends a signal to the first process."""
        assert self._process.poll() is None, self.log.read_text()
        outside = self._process.pid
        inside = Path(f"/proc/{outside}/task/{outside}/children").read_text().split()
        os.kill(int(inside[0]) if inside else outside, number)

    def stop(self):
        if self._process.poll() is None:
            self.send(signal.SIGKILL)
        self._process.wait(timeout=30)
