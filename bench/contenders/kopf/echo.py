"""The operator of the comparison, in Kopf: see bench/contenders/README.md."""

import asyncio
import base64
import os
import signal
import ssl

import aiohttp
import kopf
import uvloop
import yaml

FIELD_MANAGER = "echo"
SESSION = {}


@kopf.on.startup()
async def configure(settings, **_):
    settings.posting.enabled = False
    settings.persistence.finalizer = "bench.jopf.io/echo"
    with open(os.environ["KUBECONFIG"], encoding="utf-8") as file:
        config = yaml.safe_load(file)
    cluster = config["clusters"][0]["cluster"]
    user = config["users"][0]["user"]
    authority = base64.b64decode(cluster["certificate-authority-data"]).decode()
    SESSION["url"] = cluster["server"]
    SESSION["http"] = aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(ssl=ssl.create_default_context(cadata=authority), limit=64),
        headers={"Authorization": "Bearer " + user["token"]},
    )


@kopf.on.cleanup()
async def disconnect(**_):
    await SESSION["http"].close()


@kopf.index("echoes.bench.jopf.io")
async def values(namespace, name, uid, spec, **_):
    return {(namespace, name): (uid, spec["value"])}


async def apply(namespace, name, uid, value):
    body = {
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": {
            "name": name,
            "labels": {"bench.jopf.io/echo": "kopf"},
            "ownerReferences": [
                {
                    "apiVersion": "bench.jopf.io/v1",
                    "kind": "Echo",
                    "name": name,
                    "uid": uid,
                    "controller": True,
                    "blockOwnerDeletion": True,
                }
            ],
        },
        "data": {"value": value},
    }
    url = f"{SESSION['url']}/api/v1/namespaces/{namespace}/configmaps/{name}"
    async with SESSION["http"].patch(
        url,
        params={"fieldManager": FIELD_MANAGER, "force": "true"},
        json=body,
        headers={"Content-Type": "application/apply-patch+yaml"},
    ) as response:
        if response.status >= 400:
            raise kopf.TemporaryError(await response.text(), delay=1)


@kopf.on.create("echoes.bench.jopf.io")
@kopf.on.update("echoes.bench.jopf.io")
async def echo(namespace, name, uid, spec, patch, **_):
    await apply(namespace, name, uid, spec["value"])
    patch.status["observed"] = spec["value"]


@kopf.on.delete("echoes.bench.jopf.io")
async def release(**_):
    pass


@kopf.on.event("v1", "configmaps", labels={"bench.jopf.io/echo": "kopf"})
async def drift(namespace, name, body, type, values, **_):
    for uid, value in values.get((namespace, name), []):
        changed = body.get("data", {}).get("value") != value
        # an older state of the ConfigMap after an edit of its owner is put right by that edit
        if type == "DELETED" or changed:
            await apply(namespace, name, uid, value)


async def main():
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    await kopf.operator(
        clusterwide=True,
        standalone=True,
        lifecycle=kopf.lifecycles.all_at_once,
        stop_flag=stop,
    )


if __name__ == "__main__":
    uvloop.run(main())
