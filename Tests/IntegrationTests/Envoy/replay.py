"""Replays recorded requests through a real Envoy that is configured as Istio would do it.

replay.py ingress ENVOY CASES GATEWRIGHT [NAME ...]
    What gatewright makes of Ingresses: Envoy has to answer as `gatewright trace` predicts. How
    often ingress-nginx gave the same answer is counted, nothing else: differences there are the
    business of the report.
replay.py gateway ENVOY CASES GATEWRIGHT [NAME ...]
    Gateway API objects: Envoy has to answer as it was recorded under Istio itself, which is the test
    of the renderer; and odd requests as `gatewright trace` predicts, the test of our reading.

Exits with 1 where Envoy answers differently.
"""

import asyncio
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import backends
import cases
import client
import clusters
import compare
import copies
import proxy
import render
import repeated
from echo import Backends
from unsupported import Unsupported

_AT_ONCE = 8
# Every weighted answer is drawn a few times; a few of them often enough to measure the shares.
_DRAWS, _MANY_DRAWS, _MEASURED = 4, 300, 10


@dataclass
class Tally:
    """What came out."""

    figures: Counter = field(default_factory=Counter)
    faults: list = field(default_factory=list)
    skipped: list = field(default_factory=list)
    # Requests that were marked, and who has to get them.
    reached: dict = field(default_factory=dict)


def rendered(read, endpoints, certificate, tally):
    """The Envoy configuration of each case that the renderer can say."""
    parts = {}
    for case in read:
        if case.beyond:
            tally.skipped.append(f"{case.name}: {case.beyond}")
            continue
        try:
            listeners = render.listeners(case.cluster, case.name, certificate, case.mesh)
            parts[case.name] = listeners, clusters.of_case(case.cluster, case.name, endpoints)
        except Unsupported as reason:
            tally.skipped.append(f"{case.name}: {reason}")
    return parts


def whole(parts):
    listeners = [listener for of_case, _ in parts.values() for listener in of_case]
    return render.bootstrap(listeners, [c for _, of_case in parts.values() for c in of_case])


def drop_refused(envoy, parts, folder, tally):
    """Without the cases whose configuration Envoy refuses; each is a fault."""
    for name in sorted(parts):
        refusal = proxy.refusal(envoy, whole({name: parts[name]}), folder)
        if refusal:
            tally.faults.append(f"{name}: Envoy refuses the configuration: {refusal.strip()}")
            del parts[name]


async def check(probe, prediction, name, ports, who, tally):
    """Sends one request, and again where its answer is drawn."""
    if repeated.is_counted(probe):
        _note(probe, name, await repeated.differences(probe, ports, who), tally)
        return
    request, shares = probe["request"], prediction.get("distribution") or {}
    is_drawn = sum(share > 0 for share in shares.values()) > 1
    draws = 1
    if is_drawn:
        tally.figures["drawn"] += 1
        draws = _MANY_DRAWS if tally.figures["drawn"] <= _MEASURED else _DRAWS
    if "mirrored" in prediction.get("recorded", {}):
        mark = f"{name} {request['method']} {request['target']}"
        request = copies.marked(request, mark)
        tally.reached[mark] = _received(prediction)
    counts = Counter()
    for index in range(draws):
        seen = await client.ask(request, ports, who)
        differences = compare.with_prediction(seen, prediction)
        if not differences and "repeat" not in probe:
            differences = (
                compare.with_answer(seen, prediction["recorded"])
                if "recorded" in prediction
                else compare.with_headers(seen, prediction)
            )
        if differences:
            break
        if not seen.get("error"):
            counts[compare.receiver(seen)] += 1
        if index == 0 and "answer" in probe:
            tally.figures["as recorded"] += compare.with_record(seen, probe["answer"])
    if draws == _MANY_DRAWS and not differences:
        tally.figures["shares measured"] += 1
        differences = compare.with_shares(counts, shares)
    _note(probe, name, differences, tally)


def _received(answer):
    """Which backends were recorded to get a request or a copy of it."""
    recorded, request = answer["recorded"], []
    if recorded["backend"]:
        method = recorded["mirrored"][0]["method"]
        request = [
            (recorded["backend"], method, recorded["upstreamPath"], recorded["upstreamHost"])
        ]
    copied = [(m["backend"], m["method"], m["target"], m["host"]) for m in recorded["mirrored"]]
    return request + copied


def _note(probe, name, differences, tally):
    """Counts a request, and tells what is wrong with its answer."""
    request = probe["request"]
    tally.figures["probes"] += 1
    tally.figures["as predicted"] += not differences
    if differences:
        shown = f"{request['method']} {request['scheme']}://{request['host']}{request['target']}"
        tally.faults.append(f"{name}: {shown} {request['headers']}: {'; '.join(differences)}")


async def replay(envoy, read, folder, tally):
    certificate = proxy.Certificate.make(folder)
    behind = Backends(certificate)
    try:
        await behind.open(backends.all_endpoints(case.cluster for case in read))
        parts = rendered(read, behind.ports, certificate, tally)
        try:
            await send_all(envoy, read, parts, folder, certificate, tally)
        except proxy.Refused:
            drop_refused(envoy, parts, folder, tally)
            await send_all(envoy, read, parts, folder, certificate, tally)
        found = await copies.differences(behind.received, tally.reached)
        tally.faults += [f"{mark}: {difference}" for mark, difference in found.items()]
        tally.figures["copies counted"] = len(tally.reached)
    finally:
        behind.close()


async def send_all(envoy, read, parts, folder, certificate, tally):
    gate = asyncio.Semaphore(_AT_ONCE)

    async def one(probe, prediction, name, ports, who):
        async with gate:
            try:
                await check(probe, prediction, name, ports, who, tally)
            except client.Unsendable:
                tally.figures["not sendable"] += 1

    async with proxy.running(envoy, whole(parts), folder) as ports_of_all:
        for case in read:
            if case.name not in parts:
                continue
            tally.figures["cases"] += 1
            ports = {
                int(listener.rsplit("|", 1)[1]): port
                for listener, port in ports_of_all.items()
                if listener.rsplit("|", 1)[0] == case.name
            }
            who = client.Client(case.client_address, certificate.of_clients)
            pairs = zip(case.probes, case.predictions, strict=True)
            await asyncio.gather(*(one(p, q, case.name, ports, who) for p, q in pairs))


def main(kind, envoy, folder, *more):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that Envoy is ended as well
    began, tally = time.monotonic(), Tally()
    if kind == "ingress":
        read = cases.of_ingresses(Path(folder), *more)
    else:
        read = cases.of_gateways(Path(folder), *more)
    with tempfile.TemporaryDirectory() as scratch:
        asyncio.run(replay(envoy, read, Path(scratch), tally))
    for line in tally.faults:
        print(f"FAULT {line}")
    for line in tally.skipped:
        print(f"SKIPPED {line}")
    figures = ", ".join(f"{name}: {count}" for name, count in sorted(tally.figures.items()))
    print(f"{figures}, faults: {len(tally.faults)}, seconds: {time.monotonic() - began:.1f}")
    return 1 if tally.faults or not tally.figures["probes"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
