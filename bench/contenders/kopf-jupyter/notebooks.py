"""Notebooks in Kopf, as the original operator makes them: see bench/contenders/README.md."""

import json
import logging
import os
import random
import string

import kopf
import kubernetes
from kubernetes.client.exceptions import ApiException

PATIENCE = (30, 20)
DOMAIN = os.environ["INGRESS_DOMAIN"]
SELECTOR = {
    os.environ.get("JO_POD_NODE_SELECTOR_KEY", "informaticsmatters.com/purpose-application"): os.environ.get(
        "JO_POD_NODE_SELECTOR_VALUE", "yes"
    )
}
PROFILE = "test -f ~/.bashrc && . ~/.bashrc\n"
START = """#!/bin/bash
printf 'PS1="\\\\w [$UID] "\\numask 0002\\n' > ~/.bashrc
conda init
. ~/.bashrc
test -e ~/.bash_profile || cp /etc/.bash_profile ~
test -e ~/jupyter_notebook_config.json || cp /etc/jupyter_notebook_config.json ~
if test -d /home/code/copy-to-home; then
  cp -r -u /home/code/copy-to-home/* ~
fi
jupyter lab --config=$HOME/jupyter_notebook_config.json
"""

kubernetes.config.load_kube_config()
CORE = kubernetes.client.CoreV1Api()
APPS = kubernetes.client.AppsV1Api()
NETWORKING = kubernetes.client.NetworkingV1Api()


@kopf.on.startup()
def configure(settings, **_):
    # what Kopf did by default when the original was written
    settings.posting.loggers = True
    settings.posting.level = logging.INFO
    settings.watching.server_timeout = 120
    settings.watching.client_timeout = 150


@kopf.on.create("bench.jopf.io", "v2", "jupyternotebooks", id="jupyter", retries=6, backoff=20)
def create(spec, name, namespace, **_):
    logging.info("creating %s in %s", name, namespace)
    wanted = spec.get("imDataManager", {})
    token = "".join(random.sample(string.ascii_letters + string.digits, 16))
    server = {"ServerApp": {"token": token, "base_url": name, "ip": "0.0.0.0"}}
    config = config_map(f"config-{name}", name, "jupyter_notebook_config.json", json.dumps(server))
    if not made(CORE.create_namespaced_config_map, namespace, config):
        there = CORE.read_namespaced_config_map(f"config-{name}", namespace, _request_timeout=PATIENCE)
        token = json.loads(there.data["jupyter_notebook_config.json"])["ServerApp"]["token"]
    made(CORE.create_namespaced_config_map, namespace, config_map(f"bp-{name}", name, ".bash_profile", PROFILE))
    made(CORE.create_namespaced_config_map, namespace, config_map(f"startup-{name}", name, "start.sh", START))
    made(APPS.create_namespaced_deployment, namespace, deployment(name, wanted))
    made(CORE.create_namespaced_service, namespace, service(name))
    made(NETWORKING.create_namespaced_ingress, namespace, ingress(name, wanted))
    logging.info("created %s", name)
    interface = wanted.get("notebook", {}).get("interface", "lab")
    return {
        "notebook": {"url": f"http://{DOMAIN}/{name}?token={token}", "token": token, "interface": interface},
        "image": wanted.get("image"),
        "serviceAccountName": wanted.get("serviceAccountName", "default"),
        "resources": {kind: {"memory": amount(wanted, kind, "memory")} for kind in ("requests", "limits")},
        "project": wanted.get("project"),
    }


def made(create_one, namespace, definition):
    """Creates an object; False if there is one of that name."""
    kopf.adopt(definition)
    try:
        create_one(namespace, definition, _request_timeout=PATIENCE)
    except ApiException as error:
        if error.status != 409:
            raise
        return False
    return True


def amount(wanted, kind, what):
    defaults = {"requests": {"cpu": "10m", "memory": "256Mi"}, "limits": {"cpu": "1", "memory": "1Gi"}}
    return wanted.get("resources", {}).get(kind, {}).get(what, defaults[kind][what])


def metadata(name, notebook):
    return {"name": name, "labels": {"app": notebook}}


def config_map(name, notebook, key, text):
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": metadata(name, notebook), "data": {key: text}}


def deployment(name, wanted):
    labels = dict(label.split("=") for label in wanted.get("labels", []))
    user = wanted.get("securityContext", {})
    project = wanted["project"]
    environment = {
        "HOME": f"/home/jovyan/.{name}",
        "JUPYTER_ENABLE_LAB": "true",
        "DM_PROJECT_ID": str(project.get("id")),
        "DM_INSTANCE_ID": ending(labels, "/instance-id"),
        "DM_INSTANCE_OWNER": ending(labels, "/owner"),
    }
    mounts = [
        {"name": "startup", "mountPath": "/usr/local/bin"},
        {
            "name": "config",
            "mountPath": "/etc/jupyter_notebook_config.json",
            "subPath": "jupyter_notebook_config.json",
        },
        {"name": "bp", "mountPath": "/etc/.bash_profile", "subPath": ".bash_profile"},
        {"name": "project", "mountPath": "/home/jovyan", "subPath": project.get("id")},
    ]
    volumes = [{"name": one, "configMap": {"name": f"{one}-{name}"}} for one in ("startup", "config", "bp")]
    volumes.append({"name": "project", "persistentVolumeClaim": {"claimName": project["claimName"]}})
    container = {
        "name": "notebook",
        "image": wanted.get("image"),
        "imagePullPolicy": "IfNotPresent",
        "command": ["bash", "/usr/local/bin/start.sh"],
        "ports": [{"name": "8888-tcp", "containerPort": 8888, "protocol": "TCP"}],
        "env": [{"name": key, "value": value} for key, value in environment.items()],
        "resources": {
            kind: {what: amount(wanted, kind, what) for what in ("cpu", "memory")} for kind in ("requests", "limits")
        },
        "volumeMounts": mounts,
    }
    pod = {
        "serviceAccountName": wanted.get("serviceAccountName", "default"),
        "nodeSelector": SELECTOR,
        "securityContext": {
            "runAsUser": user.get("runAsUser", 1000),
            "runAsGroup": user.get("runAsGroup", 100),
            "fsGroup": 100,
        },
        "containers": [container],
        "volumes": volumes,
    }
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": metadata(name, name),
        "spec": {
            "replicas": 1,
            "strategy": {"type": "Recreate"},
            "selector": {"matchLabels": {"deployment": name}},
            "template": {"metadata": {"labels": {"deployment": name} | labels}, "spec": pod},
        },
    }


def ending(labels, end):
    return next((value for key, value in labels.items() if key.endswith(end)), "Unknown")


def service(name):
    port = {"name": "8888-tcp", "port": 8888, "targetPort": 8888}
    spec = {"type": "ClusterIP", "ports": [port], "selector": {"deployment": name}}
    return {"apiVersion": "v1", "kind": "Service", "metadata": metadata(name, name), "spec": spec}


def ingress(name, wanted):
    domain = wanted.get("ingressDomain", DOMAIN)
    backend = {"service": {"name": name, "port": {"number": 8888}}}
    path = {"path": f"/{name}", "pathType": "Prefix", "backend": backend}
    about = metadata(name, name) | {
        "annotations": {
            "kubernetes.io/ingress.class": wanted.get("ingressClass", "nginx"),
            "nginx.ingress.kubernetes.io/proxy-body-size": wanted.get("ingressProxyBodySize", "500m"),
        }
    }
    spec = {"tls": [{"hosts": [domain]}], "rules": [{"host": domain, "http": {"paths": [path]}}]}
    return {"apiVersion": "networking.k8s.io/v1", "kind": "Ingress", "metadata": about, "spec": spec}
