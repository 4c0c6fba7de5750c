"""Reads recorded cases, with what Envoy has to answer to their requests."""

import json
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import manifests
import oddities
import repeated

# So many odd requests are made from those of each case of Ingresses, and of Gateways.
_ODD, _FEW = 32, 16
# What is left out of single cases.
_ALONE = {
    "headermod-04": "a route table that Envoy refuses",
    "invalid-03": "a route table that Envoy refuses",
    "envoyfilter-06": "a route table that Envoy refuses",
    "isolation-01": "listeners that overlap on one port",
}
_UNKNOWN = {"BackendTLSPolicy"}


@dataclass
class Case:
    """Objects, requests as recorded, and for each request the answer that is expected."""

    name: str
    cluster: manifests.Cluster
    probes: list
    predictions: list
    # Why the renderer cannot serve it; empty where it can.
    beyond: str = ""
    mesh: dict = field(default_factory=dict)
    # Where requests come from that do not say it, as `trace --side gateway` has it, too.
    client_address: str = "127.0.0.1"


def of_ingresses(root, tool, *names):
    """What gatewright makes of the Ingresses of every case, and its predictions."""
    with ThreadPoolExecutor(2) as pool:
        read = pool.map(lambda folder: _migrated(tool, folder), _folders(root, names))
        return [case for case in read if case]


def of_gateways(root, tool, *names):
    """Gateway API objects as they stand, with the answers recorded under Istio to recorded requests,
    and gatewright's predictions for odd ones.
    """
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda folder: _recorded(tool, folder), _folders(root, names)))


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

    probes += [{"request": r} for r in oddities.of(probes, folder.name, _ODD)]
    predictions = _traced(tool, probes, source, *options)
    words = [tool, "migrate", source, *options, "--quiet", "--fail-on", "never"]
    written = subprocess.run(words, capture_output=True, text=True, timeout=60).stdout
    emitted, inputs = manifests.load(written), manifests.load(source.read_text())
    cluster = manifests.Cluster(emitted, inputs, set(empty))
    return Case(folder.name, cluster, probes, predictions, beyond(about, folder, emitted))


def _recorded(tool, folder):
    probes, file = _probes(folder), folder / "gateway.yaml"
    objects = manifests.load(file.read_text())
    about = json.loads((folder / "case.json").read_text())
    expected = [_expected(p["answer"]) for p in probes]
    case = Case(
        name=folder.name,
        cluster=manifests.Cluster([], objects),
        probes=probes,
        predictions=expected,
        beyond=beyond(about, folder, objects),
        mesh=about.get("meshConfig", {}),
    )
    if not case.beyond and not case.mesh and not any(map(repeated.is_counted, probes)):
        odd = [{"request": r} for r in oddities.of(probes, folder.name, _FEW) if _is_plain(r)]
        case.predictions += _traced(tool, odd, file, "--gateway", file)
        case.probes += odd
    return case


def _is_plain(request):
    """Whether a request leaves it to backends how they answer; odd values would stop them."""
    return not any(name.lower().startswith("x-test-") for name, _ in request["headers"])


def _traced(tool, probes, *words):
    """What gatewright says of requests to the new routes."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as requests:
        requests.writelines(json.dumps(probe) + "\n" for probe in probes)
        requests.flush()
        command = [tool, "trace", *words, "--side", "gateway", "--format", "json", "--quiet"]
        command += ["--fail-on", "never", "--requests", requests.name]
        trace = subprocess.run(command, capture_output=True, text=True, timeout=60).stdout
    return [json.loads(line)["gateway"] for line in trace.splitlines()]


def beyond(about, folder, objects):
    """What of a case the renderer leaves out; it is made for what gatewright writes."""
    kinds = [o["kind"] for o in objects]
    unknown = sorted(_UNKNOWN.intersection(kinds))
    if kinds.count("Gateway") > 1:
        unknown.append("several Gateways")
    if set(about.get("meshConfig", {})) - {"extensionProviders"} or "refusedByApiServer" in about:
        unknown.append("what only a control plane knows")
    if folder.name in _ALONE:
        unknown.append(_ALONE[folder.name])
    return ", ".join(unknown)


def _expected(answer):
    """A recorded answer in the words of a prediction."""
    shares = answer.get("expectedShare") or {}
    if answer.get("backend") and not shares:
        shares = {answer["backend"]: 1}
    if answer["status"] == 504:  # the backend was asked, but somebody else answered
        return {"status": 504}
    return {**answer, "distribution": shares, "recorded": answer}
