"""Holds what is seen of single features at both proxies against what has to be seen.

A line of `features.jsonl` has a `request`, how many `times` it is sent, how often a client `returns`
with the cookie that it got, and what has to be `seen` at each proxy.
"""

import asyncio
from collections import Counter
from dataclasses import dataclass, field

import client
import copies

_AT_ONCE = 8


@dataclass
class Observed:
    """What came back of one line at one proxy."""

    place: str
    wanted: dict
    # Every request of the line is counted under it.
    mark: str
    answers: list = field(default_factory=list)


async def observe(read, places, received, who, tally):
    """Asks for every feature, and tells what is not as it has to be."""
    gate = asyncio.Semaphore(_AT_ONCE)

    async def one(trial):
        async with gate:
            return [
                await _asked(trial.name, number, line, side, places[side][trial.name], who)
                for number, line in enumerate(trial.features)
                for side in line["seen"]
                if trial.name in places[side]
            ]

    found = [o for of_case in await asyncio.gather(*map(one, read)) for o in of_case]
    for observed in found:
        tally.figures["features seen"] += 1
        faults = await _faults(observed, received)
        tally.faults += [f"{observed.place}: {fault}" for fault in faults]
    for trial in read:
        asked = {side for line in trial.features for side in line["seen"]}
        for side in sorted(asked):
            if trial.name not in places[side]:
                reason = trial.beyond_nginx if side == "nginx" else trial.beyond_envoy
                tally.faults.append(f"{trial.name}: cannot be seen at {side}: {reason}")


async def _asked(name, number, line, side, ports, who):
    """Sends the requests of a line one after the other, since some answers hang on earlier ones."""
    request = line["request"]
    place = f"{name} {side}: {request['method']} {request['scheme']}://{request['host']}{request['target']}"
    observed = Observed(place, line["seen"][side], f"{name} {number} {side}")
    marked = copies.marked(request, observed.mark)
    for _ in range(line["times"]):
        observed.answers.append(await client.ask(marked, ports, who))
    cookie = _cookie(observed.answers[0])
    for _ in range(line["returns"]):
        carried = {**marked, "headers": [*marked["headers"], ["Cookie", cookie]]}
        observed.answers.append(await client.ask(carried, ports, who))
    return observed


def _cookie(answer):
    """What a client sends back of the first cookie that it got."""
    return next(iter(answer.get("headers", {}).get("set-cookie", [])), "").split(";")[0]


async def _faults(observed, received):
    """Where something else was seen."""
    wanted, first = observed.wanted, observed.answers[0]
    faults = []

    def compare(name, seen):
        if name in wanted and wanted[name] != seen:
            faults.append(f"{name}: seen {seen!r}, expected {wanted[name]!r}")

    compare("error", first.get("error"))
    compare("statuses", dict(Counter(str(a.get("status")) for a in observed.answers)))
    for name in ("location", "upstreamPath", "backend"):
        compare(name, first.get(name))
    compare("endpoints", len({a["endpoint"] for a in observed.answers if "endpoint" in a}))
    compare("isEncrypted", "upstreamTls" in first)
    compare("cookie", _attributes(first))
    compare("cookies", first.get("headers", {}).get("set-cookie", []))
    for kind, of_answer in [("headers", "headers"), ("upstreamHeaders", "upstreamHeaders")]:
        told = first.get(of_answer, {})
        for name, value in wanted.get(kind, {}).items():
            if told.get(name, "") != value:
                faults.append(f"{kind}: {name}: seen {told.get(name)!r}, expected {value!r}")
    if "received" in wanted:
        counts = await _counted(received, observed.mark, wanted["received"])
        compare("received", counts)
    return faults


def _attributes(answer):
    cookies = answer.get("headers", {}).get("set-cookie", [""])
    return sorted(part.strip() for part in cookies[0].split(";")[1:])


async def _counted(received, mark, wanted):
    """How many requests with a mark came to each backend; late copies are waited for."""
    for _ in range(60):
        counts = Counter()
        for (of_mark, backend, *_), count in received.items():
            if of_mark == mark:
                counts[backend] += count
        if all(counts[name] >= count for name, count in wanted.items()):
            break
        await asyncio.sleep(0.05)
    return dict(counts)
