"""Asks a real nginx and a real Envoy the same requests.

differential.py NGINX ENVOY FOLDER

Each folder in FOLDER is a case (see trials.py). nginx has to answer as `gatewright trace` says of
the ingress side, Envoy as it says of the gateway side, and the two may differ only where it says
that they do not agree. Exits with 1 otherwise.
"""

import asyncio
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

# What asks Envoy alone stands beside this folder.
sys.path.append(str(Path(__file__).parent.parent / "Envoy"))

import artefacts  # noqa: E402
import client  # noqa: E402
import nginx as nginxes  # noqa: E402
import proxy  # noqa: E402
import render  # noqa: E402
import routes  # noqa: E402
import trials  # noqa: E402
import verdicts  # noqa: E402
import weights  # noqa: E402
from echo import Backends  # noqa: E402

_AT_ONCE = 8
_SIDES = {"nginx": ("ingress", verdicts.of_nginx), "Envoy": ("gateway", verdicts.of_envoy)}


@dataclass
class Tally:
    """What came out."""

    figures: Counter = field(default_factory=Counter)
    excused: Counter = field(default_factory=Counter)
    faults: list = field(default_factory=list)
    skipped: list = field(default_factory=list)


def for_envoy(read, endpoints, certificate, tally):
    """The configuration of Envoy for the cases that its renderer can say, and their names."""
    listeners, clusters, names = [], [], set()
    for trial in read:
        try:
            if trial.beyond_envoy:
                raise routes.Unsupported(trial.beyond_envoy)
            listeners += render.listeners(trial.cluster, trial.name, certificate)
            clusters += render.clusters(trial.cluster, trial.name, endpoints)
            names.add(trial.name)
        except routes.Unsupported as reason:
            tally.skipped.append(f"{trial.name}: not rendered for Envoy: {reason}")
    return render.bootstrap(listeners, clusters), names


def for_nginx(read, tally):
    """The cases that there is a configuration of nginx for."""
    for trial in read:
        if trial.beyond_nginx:
            tally.skipped.append(f"{trial.name}: not rendered for nginx: {trial.beyond_nginx}")
    return [trial for trial in read if not trial.beyond_nginx]


async def check(request, prediction, places, name, tally):
    """Sends one request to each proxy that serves the case."""
    seen = {}
    line = f"{name}: {request['method']} {request['scheme']}://{request['host']}{request['target']}"
    excuses = artefacts.of(request)
    for side, (key, verdict) in _SIDES.items():
        if name not in places[side]:
            continue
        answer = await client.ask(request, places[side][name], side == "nginx")
        tally.figures[side] += 1
        differences = verdict(answer, prediction[key])
        if differences and side == "nginx" and excuses:
            tally.excused.update(excuses)
            return
        seen[side] = answer
        if differences:
            tally.faults.append(f"{line} {request['headers']}: {side}: {'; '.join(differences)}")
    if len(seen) == 2:
        tally.figures["compared"] += 1
        differences = verdicts.of_both(seen, prediction)
        tally.figures["differing"] += prediction["agree"] is False
        if differences:
            tally.faults.append(f"{line}: said to agree: {'; '.join(differences)}")


async def ask_all(read, places, tally):
    gate = asyncio.Semaphore(_AT_ONCE)

    async def one(request, prediction, name):
        async with gate:
            try:
                await check(request, prediction, places, name, tally)
            except client.Unsendable:
                tally.figures["not sendable"] += 1

    for trial in read:
        pairs = zip(trial.requests, trial.predictions, strict=True)
        sent = [pair for pair in pairs if "stickyCookieFrom" not in pair[0]]
        await asyncio.gather(*(one(*pair, trial.name) for pair in sent))


async def measure(read, places, tally):
    """Shares of backends, by many requests."""
    both = [t for t in read if all(t.name in places[side] for side in _SIDES)]
    for trial, request, prediction in weights.drawn(both):
        for side, (key, _) in _SIDES.items():
            shares = prediction[key]["distribution"]
            faults = await weights.measured(
                request, places[side][trial.name], shares, side == "nginx"
            )
            tally.faults += [f"{trial.name}: shares: {side}: {fault}" for fault in faults]
        tally.figures["shares measured"] += 1


async def run(nginx, envoy, folder, scratch, tally):
    read = trials.load(folder)
    backends = Backends()
    try:
        await backends.open({b for t in read for b in {*t.cluster.services(), *t.backends}})
        certificate = proxy.Certificate.make(scratch)
        configuration, names = for_envoy(read, backends.ports, certificate, tally)
        said = for_nginx(read, tally)
        refusal = proxy.refusal(envoy, configuration, scratch)
        if refusal:
            raise proxy.Refused(refusal)
        async with (
            nginxes.running(nginx, said, backends.ports, scratch) as of_nginx,
            proxy.running(envoy, configuration, scratch) as of_envoy,
        ):
            places = {"nginx": of_nginx, "Envoy": by_case(of_envoy, names)}
            asked = [t for t in read if t.name in {*of_nginx, *names}]
            tally.figures["cases of nginx"], tally.figures["cases of Envoy"] = len(said), len(names)
            tally.figures["cases of both"] = len(names.intersection(of_nginx))
            await ask_all(asked, places, tally)
            await measure(asked, places, tally)
    finally:
        backends.close()


def by_case(ports, names):
    """Envoy's ports by case and by port in the manifests."""
    found = {name: {} for name in names}
    for listener, port in ports.items():
        name, number = listener.rsplit("|", 1)
        found[name][int(number)] = port
    return found


def main(nginx, envoy, folder):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the proxies are ended as well
    began, tally = time.monotonic(), Tally()
    with tempfile.TemporaryDirectory() as scratch:
        asyncio.run(run(nginx, envoy, Path(folder), Path(scratch), tally))
    for line in tally.faults:
        print(f"FAULT {line}")
    for line in tally.skipped:
        print(f"SKIPPED {line}")
    for name in artefacts.ALL:
        print(f"EXCUSED {name}: {tally.excused[name]}")
    figures = ", ".join(f"{name}: {count}" for name, count in sorted(tally.figures.items()))
    print(f"{figures}, faults: {len(tally.faults)}, seconds: {time.monotonic() - began:.1f}")
    return 1 if tally.faults or not tally.figures["compared"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
