"""Measures the shares of backends by many requests."""

from collections import Counter
from math import sqrt

import client
import compare

_DRAWS, _DEVIATIONS, _CASES = 1000, 4, 12


def drawn(trials):
    """Some requests whose backend is drawn, each for another host and path."""
    found = {}
    for trial in trials:
        for request, prediction in zip(trial.requests, trial.predictions):
            sides = [prediction[side] or {} for side in ("ingress", "gateway")]
            if all(_is_drawn(side) for side in sides):
                key = trial.name, request["host"].lower(), request["target"]
                found.setdefault(key, (trial, request, prediction))
    return _spread(list(found.values()))


def _spread(found):
    """So many of them, from as many cases as possible."""
    seen, first, rest = set(), [], []
    for one in found:
        (rest if one[0].name in seen else first).append(one)
        seen.add(one[0].name)
    return (first + rest)[:_CASES]


def _is_drawn(side):
    return sum(share > 0 for share in (side.get("distribution") or {}).values()) > 1


async def measured(request, ports, shares, who):
    """Where shares are off, twice in a row."""
    for _ in range(2):
        counts = Counter()
        async for seen in client.repeat(request, ports, _DRAWS, who):
            counts[compare.receiver(seen)] += 1
        faults = _faults(counts, shares)
        if not faults:
            return []
    return faults


def _faults(counts, shares):
    """Where a count is too far from its share."""
    faults = []
    for name in sorted({*counts, *shares}):
        share, count = shares.get(name, 0), counts.get(name, 0)
        spread = sqrt(_DRAWS * share * (1 - share))
        if abs(count - _DRAWS * share) > _DEVIATIONS * spread:
            faults.append(f"{name}: {count} of {_DRAWS}, predicted share {share}")
    return faults
