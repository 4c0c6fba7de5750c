"""Sends requests to both proxies and holds what comes back against what is said of it."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field

import client
import verdicts
import weights

_AT_ONCE = 8
# What only somebody could send who knows a cookie or a password.
_UNKNOWN = {"stickyCookieFrom", "login"}
_SIDES = {"nginx": ("ingress", verdicts.of_nginx), "Envoy": ("gateway", verdicts.of_envoy)}


@dataclass
class Tally:
    """What came out."""

    # What is known of this nginx (see artefacts.py), and how often it excused a difference.
    artefacts: dict
    figures: Counter = field(default_factory=Counter)
    excused: Counter = field(default_factory=Counter)
    faults: list = field(default_factory=list)
    skipped: list = field(default_factory=list)


async def check(request, prediction, places, name, who, tally):
    """Sends one request to each proxy that serves the case."""
    seen = {}
    line = f"{name}: {request['method']} {request['scheme']}://{request['host']}{request['target']}"
    excuses = [name for name, concerns in tally.artefacts.items() if concerns(request)]
    for side, (key, verdict) in _SIDES.items():
        if name not in places[side]:
            continue
        if side == "Envoy" and not client.is_of_peer(request):
            tally.figures["no address of a peer"] += 1
            continue
        answer = await client.ask(request, places[side][name], who)
        tally.figures[side] += 1
        differences = verdict(answer, prediction[key])
        if differences and side == "nginx" and excuses:
            tally.excused.update(excuses)
            continue
        seen[side] = answer
        if differences:
            tally.faults.append(f"{line} {request['headers']}: {side}: {'; '.join(differences)}")
    if len(seen) == 2:
        tally.figures["compared"] += 1
        differences = verdicts.of_both(seen, prediction)
        tally.figures["differing"] += prediction["agree"] is False
        if differences:
            tally.faults.append(f"{line}: said to agree: {'; '.join(differences)}")


async def ask_all(read, places, who, tally):
    gate = asyncio.Semaphore(_AT_ONCE)

    async def one(request, prediction, name):
        async with gate:
            try:
                await check(request, prediction, places, name, who, tally)
            except client.Unsendable:
                tally.figures["not sendable"] += 1

    for trial in read:
        pairs = zip(trial.requests, trial.predictions, strict=True)
        sent = [pair for pair in pairs if _UNKNOWN.isdisjoint(pair[0])]
        await asyncio.gather(*(one(*pair, trial.name) for pair in sent))


async def measure(read, places, who, tally):
    """Shares of backends, by many requests."""
    both = [t for t in read if all(t.name in places[side] for side in _SIDES)]
    for trial, request, prediction in weights.drawn(both):
        for side, (key, _) in _SIDES.items():
            shares = prediction[key]["distribution"]
            faults = await weights.measured(request, places[side][trial.name], shares, who)
            tally.faults += [f"{trial.name}: shares: {side}: {fault}" for fault in faults]
        tally.figures["shares measured"] += 1
