"""Turns the rules of HTTPRoutes into Envoy routes in the order that Istio gives them."""

import re
from dataclasses import dataclass

import filters
import manifests
from manifests import identity

_RANK = {"Exact": 3, "PathPrefix": 2, "RegularExpression": 1}
_RETRIES = {
    "retry_on": "connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes",
    "num_retries": 2,
    "host_selection_retry_max_attempts": 5,
}


class Unsupported(Exception):
    """Something stands in the objects that this renderer cannot say to Envoy."""


@dataclass
class Place:
    """Where routes are rendered for."""

    cluster: manifests.Cluster
    # What the names of Envoy clusters begin with.
    prefix: str
    port: int
    is_tls: bool


def table(routes, place):
    """The Envoy routes of one host name from its HTTPRoutes, oldest first."""
    entries = [
        (match, rule, route)
        for route in routes
        for rule in route["spec"].get("rules", [])
        for match in rule.get("matches") or [{}]
    ]
    entries.sort(key=lambda entry: _specificity(entry[0]))
    emitted = []
    for match, rule, route in entries:
        action = _action(match, rule, route, place)
        emitted.append({"match": _match(match), **action})
        if _is_catch_all(match):
            break
    return emitted


def _path(match):
    path = match.get("path", {})
    return path.get("type", "PathPrefix"), path.get("value", "/")


def _specificity(match):
    kind, value = _path(match)
    return (
        -_RANK[kind],
        -len(value.encode()),
        "method" not in match,
        -len(match.get("headers", [])),
        -len(match.get("queryParams", [])),
    )


def _is_catch_all(match):
    is_any = _path(match) in [("PathPrefix", "/"), ("RegularExpression", ".*")]
    return is_any and not any(match.get(k) for k in ("headers", "queryParams", "method"))


def _match(match):
    kind, value = _path(match)
    match_of_path = {
        "Exact": lambda: {"path": value},
        "PathPrefix": lambda: _prefix(value),
        "RegularExpression": lambda: {"safe_regex": {"regex": value}},
    }[kind]()
    headers = [_condition(h) for h in sorted(match.get("headers", []), key=lambda h: h["name"])]
    if "method" in match:
        headers.append({"name": ":method", "string_match": {"exact": match["method"]}})
    parameters = [_condition(p) for p in match.get("queryParams", [])]
    return {
        **match_of_path,
        **({"headers": headers} if headers else {}),
        **({"query_parameters": parameters} if parameters else {}),
    }


def _prefix(value):
    bare = value.rstrip("/")
    return {"path_separated_prefix": bare} if bare else {"prefix": "/"}


def _condition(condition):
    name, value = condition["name"], condition["value"]
    if condition.get("type", "Exact") == "Exact":
        return {"name": name, "string_match": {"exact": value}}
    if value == "*":
        return {"name": name, "present_match": True}
    return {"name": name, "string_match": {"safe_regex": {"regex": value}}}


def _action(match, rule, route, place):
    unknown = set(rule) - {"name", "matches", "filters", "backendRefs", "timeouts"}
    if unknown:
        raise Unsupported(f"a rule with {sorted(unknown)}")
    forwarding, headers, redirect = {}, {}, None
    for item in rule.get("filters", []):
        match item["type"]:
            case "RequestRedirect":
                redirect = filters.redirect(item["requestRedirect"], place)
            case "URLRewrite":
                forwarding.update(filters.rewrite(item["urlRewrite"], _path(match)[1]))
            case "RequestHeaderModifier":
                change = item["requestHeaderModifier"]
                headers.update(filters.changes("request", change))
                forwarding.update(filters.new_host(change))
            case "ResponseHeaderModifier":
                headers.update(filters.changes("response", item["responseHeaderModifier"]))
            case other:
                raise Unsupported(f"filter {other}")
    if redirect is not None:
        return {"redirect": redirect, **headers}
    target = _target(rule, route, place)
    if "direct_response" in target:
        return {**target, **headers}
    settings = {"timeout": _timeout(rule.get("timeouts", {})), "retry_policy": _RETRIES}
    return {"route": {**target, **forwarding, **settings}, **headers}


def _timeout(timeouts):
    written = timeouts.get("request", timeouts.get("backendRequest", "0s"))
    units = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}
    parts = re.findall(r"(\d+)(ms|[hms])", written)
    return f"{sum(int(count) * units[unit] for count, unit in parts):.3f}s"


def _target(rule, route, place):
    namespace, _ = identity(route)
    if not rule.get("backendRefs"):
        return {"direct_response": {"status": 404}}
    weighted = []
    for ref in rule.get("backendRefs", []):
        if ref.get("filters"):
            raise Unsupported("filters of a backend")
        if ref.get("kind", "Service") != "Service":
            raise Unsupported(f"backend {ref['kind']}")
        owner = ref.get("namespace", namespace)
        is_granted = place.cluster.grants("HTTPRoute", namespace, "Service", owner, ref["name"])
        name = f"{place.prefix}{owner}/{ref['name']}:{ref.get('port')}" if is_granted else "UnknownService"
        weighted.append((name, ref.get("weight", 1)))
    weighted = [(name, weight) for name, weight in weighted if weight > 0]
    if not weighted:
        return {"direct_response": {"status": 500}}
    if len(weighted) == 1:
        return {"cluster": weighted[0][0]}
    return {
        "weighted_clusters": {"clusters": [{"name": n, "weight": w} for n, w in weighted]},
    }
