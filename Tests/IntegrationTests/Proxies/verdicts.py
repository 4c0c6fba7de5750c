"""Holds what both proxies answer against what `gatewright trace` says of them."""

import compare

# Headers about the client, which the test's nginx does not set, and those of the connection.
_LEFT_OUT = {
    "x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto", "x-forwarded-scheme",
    "x-original-forwarded-for", "x-original-forwarded-host", "x-original-uri", "x-real-ip", "x-request-id",
    "x-scheme",
}  # fmt: skip


def of_nginx(seen, predicted):
    """Where nginx answers differently, headers among it."""
    differences = compare.with_prediction(seen, predicted)
    if differences or seen.get("error"):
        return differences
    expected = _single(predicted.get("responseHeaders"))
    differences += compare.differing(seen["headers"], expected, expected)
    if seen.get("backend"):
        expected = _single(predicted.get("upstreamHeaders"))
        differences += compare.differing(seen["upstreamHeaders"], expected, expected)
    return differences


def of_envoy(seen, predicted):
    """Where Envoy answers differently, headers among it."""
    return compare.with_prediction(seen, predicted) or compare.with_headers(seen, predicted)


def of_both(seen, prediction):
    """Where the two proxies answer differently though they are said to agree."""
    if prediction["agree"] is not True:
        return []
    nginx, envoy = seen["nginx"], seen["Envoy"]
    if nginx.get("error") and envoy.get("error"):
        return []
    shares = prediction["ingress"].get("distribution") or {}
    is_drawn = sum(share > 0 for share in shares.values()) > 1
    keys = ["upstreamPath", "upstreamHost"] if nginx.get("backend") else ["status", "location"]
    return compare.differing(nginx, envoy, keys if is_drawn else ["error", "backend", *keys])


def _single(headers):
    """The headers that are told apart: one value, and not of the connection."""
    return {
        name: value
        for name, value in (headers or {}).items()
        if isinstance(value, str) and name not in _LEFT_OUT
    }
