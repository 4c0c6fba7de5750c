"""Reads recorded cases, with what Envoy has to answer to their requests."""

import json
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import manifests
import oddities

# So many odd requests are made from those of each case.
_ODD = 32
_LEFT_OUT = {
    "AuthorizationPolicy",
    "BackendTLSPolicy",
    "EndpointSlice",
    "EnvoyFilter",
    "GRPCRoute",
    "ServiceEntry",
    "TLSRoute",
}
# What is left out of single cases.
_ALONE = {
    "headermod-04": "a route table that Envoy refuses",
    "invalid-03": "a route table that Envoy refuses",
    "isolation-01": "listeners that overlap on one port",
}
# What is left out, and the words by which one sees that objects need it.
_SIGNS = {
    "TLS to backends": "'mode': 'SIMPLE'",
    "client certificates": "'gateway.istio.io/tls-terminate-mode'",
}


@dataclass
class Case:
    """Objects, requests as recorded, and for each request the answer that is expected."""

    name: str
    cluster: manifests.Cluster
    probes: list
    predictions: list
    # Why the renderer cannot serve it; empty where it can.
    beyond: str = ""


def of_ingresses(root, tool, *names):
    """What gatewright makes of the Ingresses of every case, and its predictions."""
    with ThreadPoolExecutor(2) as pool:
        read = pool.map(lambda folder: _migrated(tool, folder), _folders(root, names))
        return [case for case in read if case]


def of_gateways(root, *names):
    """Gateway API objects as they stand, and the answers recorded under Istio."""
    return [case for folder in _folders(root, names) if (case := _recorded(folder))]


def _folders(root, names):
    return [f for f in sorted(root.iterdir()) if f.is_dir() and (not names or f.name in names)]


def _probes(folder):
    return [json.loads(line) for line in (folder / "answers.jsonl").read_text().splitlines()]


def _migrated(tool, folder):
    probes = _probes(folder)
    if not probes:
        return None
    about = json.loads((folder / "case.json").read_text())
    empty = about.get("emptyServices", [])
    options = [word for name in empty for word in ("--empty-service", name)]
    for flag, value in about.get("controllerFlags", {}).items():
        options += [f"--{flag}"] if value is True else [f"--{flag}", str(value)]
    source = folder / "input.yaml"

    def run(command, *more):
        words = [tool, command, source, *options, "--quiet", "--fail-on", "never", *more]
        return subprocess.run(words, capture_output=True, text=True, timeout=60).stdout

    probes += [{"request": r} for r in oddities.of(probes, folder.name, _ODD)]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as requests:
        requests.writelines(json.dumps(probe) + "\n" for probe in probes)
        requests.flush()
        trace = run("trace", "--side", "gateway", "--format", "json", "--requests", requests.name)
    predictions = [json.loads(line)["gateway"] for line in trace.splitlines()]
    emitted, inputs = manifests.load(run("migrate")), manifests.load(source.read_text())
    cluster = manifests.Cluster(emitted, inputs, set(empty))
    return Case(folder.name, cluster, probes, predictions, beyond(about, folder, emitted))


def _recorded(folder):
    probes = _probes(folder)
    objects = manifests.load((folder / "gateway.yaml").read_text())
    about = json.loads((folder / "case.json").read_text())
    expected = [_expected(p["answer"]) for p in probes]
    left_out = beyond(about, folder, objects)
    return Case(folder.name, manifests.Cluster([], objects), probes, expected, left_out)


def beyond(about, folder, objects):
    """What of a case the renderer leaves out; it is made for what gatewright writes."""
    kinds = [o["kind"] for o in objects]
    unknown = sorted(_LEFT_OUT.intersection(kinds))
    if kinds.count("Gateway") > 1:
        unknown.append("several Gateways")
    if any(key in about for key in ("meshConfig", "refusedByApiServer")):
        unknown.append("what only a control plane knows")
    if folder.name in _ALONE:
        unknown.append(_ALONE[folder.name])
    text = str(objects)
    return ", ".join(unknown + [what for what, sign in _SIGNS.items() if sign in text])


def _expected(answer):
    """A recorded answer in the words of a prediction."""
    shares = answer.get("expectedShare") or {}
    if answer.get("backend") and not shares:
        shares = {answer["backend"]: 1}
    return {**answer, "distribution": shares}
