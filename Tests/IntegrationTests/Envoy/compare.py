"""Holds an answer of a proxy against what is expected."""

from math import sqrt

# So many standard deviations, and so many draws, may a count be off; beyond it the weight is wrong.
_DEVIATIONS, _SLACK = 4, 3
# Headers of every answer.
_USUAL = {
    "connection", "content-length", "content-type", "date", "keep-alive", "server", "transfer-encoding",
    "x-echo", "x-envoy-upstream-service-time",
}  # fmt: skip


def with_prediction(seen, predicted):
    """Where a proxy answers differently from what `gatewright trace` predicts; empty where not."""
    if predicted.get("error") or seen.get("error"):
        return differing(seen, predicted, ["error"])
    shares = predicted.get("distribution") or {}
    if not shares:
        return differing(seen, predicted, ["status", "backend", "location"])
    differences = []
    if not shares.get(receiver(seen), 0) > 0:
        differences.append(f"seen {receiver(seen)}, predicted {shares}")
    if seen.get("backend") is not None and predicted.get("upstreamPath") is not None:
        differences += differing(seen, predicted, ["upstreamPath", "upstreamHost"])
    return differences


def with_headers(seen, predicted):
    """Where an answer lacks headers that are predicted, or has such as proxies add."""
    if seen.get("error"):
        return []
    told, said = seen["headers"], predicted.get("responseHeaders") or {}
    own = {n for n in told if n.startswith("access-control-") or n == "strict-transport-security"}
    single = {n: v for n, v in said.items() if isinstance(v, str)}
    return differing(told, single, sorted({*own, *single} - {*said} | {*single}))


def with_answer(seen, recorded):
    """Where an answer has another status or other headers than were recorded."""
    if "responseHeaders" not in recorded or seen.get("error"):
        return []
    told = {n: v for n, v in seen.get("headers", {}).items() if n not in _USUAL}
    told.pop("location", None)
    if "set-cookie" in told:
        told["set-cookie"] = [_without_value(cookie) for cookie in told["set-cookie"]]
    headers = recorded["responseHeaders"]
    different = differing(told, headers, sorted({*told, *headers}))
    return different + differing(seen, recorded, ["status"])


def _without_value(cookie):
    """A cookie with its attributes."""
    name, _, rest = cookie.partition("=")
    return name + "".join(rest.partition(";")[1:])


def with_shares(counts, shares):
    """Where the counts of repeated requests are too far from predicted shares."""
    total = sum(counts.values())
    differences = []
    for name in sorted({*counts, *shares}):
        share, count = shares.get(name, 0), counts.get(name, 0)
        spread = sqrt(total * share * (1 - share))
        if abs(count - total * share) > _DEVIATIONS * spread + _SLACK:
            differences.append(f"{name}: {count} of {total}, predicted share {share}")
    return differences


def with_record(seen, recorded):
    """Whether ingress-nginx gave the same answer."""
    if seen.get("error"):
        return False
    if "expectedShare" in recorded:
        return recorded["expectedShare"].get(receiver(seen), 0) > 0
    keys = ["backend", "upstreamPath", "upstreamHost"]
    if not recorded.get("backend"):
        keys = ["backend", "status", "location"]
    return not differing(seen, recorded, keys)


def receiver(seen):
    """Who answered, as shares name it."""
    return seen.get("backend") or f"status:{seen['status']}"


def differing(seen, expected, keys):
    """Where an answer is not the expected one."""
    return [
        f"{key}: seen {seen.get(key)!r}, expected {expected.get(key)!r}"
        for key in keys
        if seen.get(key) != expected.get(key)
    ]
