"""Sends a request as often as it was when its answers were recorded, and counts."""

from collections import Counter

import client
import compare


def is_counted(probe):
    """Whether counts say more than one answer does."""
    recorded = probe.get("answer", {})
    return "repeat" in probe and ("exactCounts" in recorded or "distinctEndpoints" in recorded)


async def differences(probe, ports, who):
    """Where counts are others: exact ones, and the number of endpoints that were used."""
    recorded = probe["answer"]
    counts, used = Counter(), set()
    for _ in range(probe["repeat"]):
        seen = await client.ask(probe["request"], ports, who)
        if "error" in seen:
            return [f"error: seen {seen['error']}"]
        counts[compare.receiver(seen)] += 1
        used.add(seen.get("endpoint"))
    found = []
    if recorded.get("exactCounts"):
        found += compare.differing(counts, _by_backend(recorded["distribution"]), [*counts])
    wanted = recorded.get("distinctEndpoints", len(used))
    if len(used) != wanted:
        found.append(f"endpoints: seen {len(used)}, expected {wanted}")
    return found


def _by_backend(distribution):
    counts = Counter()
    for name, count in distribution.items():
        counts[name.partition("@")[0]] += count
    return counts
