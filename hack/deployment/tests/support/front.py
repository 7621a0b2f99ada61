"""What serves Ingresses: nginx, told by the objects of the cluster what to do."""

import base64
import hashlib
import signal
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import urllib3

from .cluster import await_that
from .containers import Container, free_port

NGINX = "nginx.ingress.kubernetes.io"


class Certificate:
    """One that nobody has signed, for a host."""

    def __init__(self, host, directory):
        self.host = host
        self.key = Path(directory) / "tls.key"
        self.file = Path(directory) / "tls.crt"
        command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
        command += ["-keyout", self.key, "-out", self.file, "-subj", f"/CN={host}"]
        subprocess.run(command + ["-addext", f"subjectAltName=DNS:{host}"], check=True, capture_output=True)

    def files(self):
        return {file.name: file.read_bytes() for file in (self.key, self.file)}

    def secret(self, name, namespace):
        data = {file: base64.b64encode(content).decode() for file, content in self.files().items()}
        metadata = {"name": name, "namespace": namespace}
        return {"apiVersion": "v1", "kind": "Secret", "metadata": metadata, "type": "kubernetes.io/tls", "data": data}

    def pin(self):
        """With which a browser knows the key."""
        public = subprocess.run(["openssl", "x509", "-in", self.file, "-pubkey", "-noout"], check=True, capture_output=True)
        der = subprocess.run(
            ["openssl", "pkey", "-pubin", "-outform", "der"], input=public.stdout, check=True, capture_output=True
        )
        return base64.b64encode(hashlib.sha256(der.stdout).digest()).decode()


class Front:
    """nginx on ports of this machine: one with TLS for users, one without for the operator, at an address that pods reach.

    The operator asks servers what they do, usually by the names of their Services; this cluster has no DNS.
    """

    def __init__(self, cluster, certificate, directory):
        self._cluster = cluster
        self._certificate = certificate
        self._directory = Path(directory)
        self._directory.mkdir(parents=True)
        self._node = urlsplit(cluster.server).hostname
        self._plain_port = free_port(self._node)
        self.plain = f"http://{self._node}:{self._plain_port}"
        self.port = free_port()
        self._write()
        self._nginx = Container(
            self._directory / "nginx",
            "desk",
            "nginx",
            "-c",
            "/front/nginx.conf",
            binds={self._directory: "/front"},
        )

    def follow(self):
        """Does what the Ingresses of the class nginx say now."""
        self._write()
        self._nginx.send(signal.SIGHUP)

    def _write(self):
        lines = ["daemon off;", "error_log stderr;", "events {}", "http {", "access_log off;"]
        lines += ["map $http_upgrade $connection_upgrade { default upgrade; '' close; }"]
        # as Ingress controllers answer for what no Ingress names
        lines += [*self._listen("_", "default_server"), *self._certificates(self._certificate.files()), "return 404;", "}"]
        for ingress in self._cluster.list("networking.k8s.io/v1", "Ingress"):
            if ingress["spec"].get("ingressClassName") == "nginx":
                lines += self._server(ingress)
        (self._directory / "nginx.conf").write_text("\n".join([*lines, "}", ""]))

    def _server(self, ingress):
        namespace = ingress["metadata"]["namespace"]
        notes = ingress["metadata"].get("annotations", {})
        (tls,) = ingress["spec"]["tls"]
        secret = self._cluster.get("v1", "Secret", tls["secretName"], namespace)
        files = {name: base64.b64decode(content) for name, content in secret["data"].items()}
        for rule in ingress["spec"]["rules"]:
            assert rule["host"] in tls["hosts"]
            yield from self._listen(f"{rule['host']} {self._node}")
            yield from self._certificates(files, ingress["metadata"]["name"])
            for path in rule["http"]["paths"]:
                assert path["pathType"] == "Prefix"
                to = path["backend"]["service"]
                service = self._cluster.get("v1", "Service", to["name"], namespace)
                yield f"location ~ ^{path['path']}(/|$) {{"
                yield f"proxy_pass http://{service['spec']['clusterIP']}:{to['port']['number']};"
                yield "proxy_http_version 1.1; proxy_set_header Host $http_host;"
                yield "proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection $connection_upgrade;"
                yield f"client_max_body_size {notes[NGINX + '/proxy-body-size']};"
                for timeout in ("proxy-read-timeout", "proxy-send-timeout"):
                    yield f"{timeout.replace('-', '_')} {notes[NGINX + '/' + timeout]}s;"
                yield "}"
            yield "}"

    def _listen(self, names, how=""):
        yield f"server {{ listen 127.0.0.1:{self.port} ssl {how}; listen {self._node}:{self._plain_port} {how};"
        yield f"server_name {names};"

    def _certificates(self, files, prefix="default"):
        for name in ("tls.crt", "tls.key"):
            (self._directory / f"{prefix}.{name}").write_bytes(files[name])
        yield f"ssl_certificate /front/{prefix}.tls.crt; ssl_certificate_key /front/{prefix}.tls.key;"

    def request(self, method, path, **more):
        """Asks as a client does that trusts the certificate and knows where the host is."""
        host = self._certificate.host
        with urllib3.HTTPSConnectionPool(
            "127.0.0.1",
            self.port,
            ca_certs=str(self._certificate.file),
            server_hostname=host,
            assert_hostname=host,
            retries=False,
            timeout=30,
        ) as connections:
            headers = {"Host": host} | more.pop("headers", {})
            return connections.request(method, path, headers=headers, redirect=False, **more)

    def await_status(self, path, status):
        def answered():
            try:
                return self.request("GET", path).status == status
            except urllib3.exceptions.HTTPError:
                return False

        await_that(f"{path} is answered with {status}", answered, told=self._nginx.log.read_text)

    def stop(self):
        self._nginx.stop()
