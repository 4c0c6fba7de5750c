"""Reads the folders of cases that are to be asked of both proxies.

Each holds `case.json`; `nginx.conf`, which stands inside `http`, unless that cannot be said;
`gateway.yaml`, what gatewright made of the case; `requests.jsonl`; and for each request the line of
`predictions.jsonl` that `gatewright trace` answers.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import cases
import manifests

_DEFAULTS = {"method": "GET", "scheme": "http", "target": "/", "headers": []}


@dataclass
class Trial:
    """A case with its requests and what is predicted of them."""

    name: str
    cluster: manifests.Cluster
    # Configuration of nginx, and the backends and files that it names.
    nginx: str
    backends: list
    files: dict
    requests: list
    predictions: list
    # Why one of the proxies cannot be asked; empty where both can.
    beyond_nginx: str
    beyond_envoy: str
    mesh: dict
    # What has to be seen of single features (see features.py).
    features: list


def load(folder):
    """Every case of a folder, by name."""
    return [_trial(f) for f in sorted(folder.iterdir()) if (f / "case.json").exists()]


def _trial(folder):
    about = json.loads((folder / "case.json").read_text())
    emitted = manifests.load((folder / "gateway.yaml").read_text())
    inputs = manifests.load(Path(about["input"]).read_text())
    cluster = manifests.Cluster(emitted, inputs, set(about["emptyServices"]))
    nginx = folder / "nginx.conf"
    predictions = _lines(folder / "predictions.jsonl")
    requests = [{**_DEFAULTS, **line["request"]} for line in _lines(folder / "requests.jsonl")]
    return Trial(
        name=folder.name,
        cluster=cluster,
        nginx=nginx.read_text() if nginx.exists() else "",
        backends=about["backends"],
        files=about["files"],
        requests=requests,
        predictions=predictions,
        beyond_nginx=about.get("unsaid", ""),
        beyond_envoy=cases.beyond({}, folder, emitted),
        mesh=_mesh(folder / "mesh.yaml"),
        features=_features(folder / "features.jsonl"),
    )


def _mesh(file):
    """MeshConfig, which may stand below its name."""
    written = manifests.load(file.read_text()) if file.exists() else []
    return written[0].get("meshConfig", written[0]) if written else {}


def _features(file):
    lines = _lines(file)
    return [{**line, "request": {**_DEFAULTS, **line["request"]}} for line in lines]


def _lines(file):
    return [json.loads(line) for line in file.read_text("utf-8").split("\n") if line]
