"""Turns the rules of HTTPRoutes into Envoy routes in the order that Istio gives them."""

import re
from dataclasses import dataclass

import backends
import destinations
import filters
import manifests
from manifests import identity
from unsupported import Unsupported

_RANK = {"Exact": 3, "PathPrefix": 2, "RegularExpression": 1}
# Istio takes no notice of `sessionPersistence`.
_KEYS = {"name", "matches", "filters", "backendRefs", "timeouts", "sessionPersistence"}
_RETRIES = {
    "retry_on": "connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes",
    "num_retries": 2,
    "host_selection_retry_max_attempts": 5,
}
_ANOTHER_HOST = "envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate"


@dataclass
class Place:
    """Where routes are rendered for."""

    cluster: manifests.Cluster
    # What the names of Envoy clusters begin with.
    prefix: str
    port: int
    is_tls: bool
    # The names of all backends that there are.
    backends: set


def table(routes, place):
    """The Envoy routes of one host name from its HTTPRoutes, oldest first."""
    entries = [
        (match, rule, route, rule.get("name") or "{}.{}.{}".format(*identity(route), index))
        for route in routes
        for index, rule in enumerate(route["spec"].get("rules", []))
        for match in rule.get("matches") or [{}]
    ]
    entries.sort(key=lambda entry: _specificity(entry[0]))
    emitted = []
    for match, rule, route, name in entries:
        action = _action(match, rule, route, place)
        emitted.append({"name": name, "match": _match(match), **action})
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
    unknown = set(rule) - _KEYS
    if unknown:
        raise Unsupported(f"a rule with {sorted(unknown)}")
    forwarding, changes, redirect, mirrors = {}, [], None, []
    for item in rule.get("filters", []):
        match item["type"]:
            case "RequestRedirect":
                redirect = filters.redirect(item["requestRedirect"], place)
            case "URLRewrite":
                forwarding.update(filters.rewrite(item["urlRewrite"], _path(match)[1]))
            case "CORS":
                changes.append(filters.cors(item["cors"]))
            case "RequestMirror":
                wanted = item["requestMirror"]
                target = _cluster(wanted["backendRef"], route, place)
                if target:
                    mirrors.append(filters.mirror(wanted, place.prefix + target))
            case _:
                changes.append(_modifier(item))
                forwarding.update(filters.new_host(item.get("requestHeaderModifier", {})))
    if redirect is not None:
        return {"redirect": redirect, **_joined(changes)}
    target, of_backend = _target(rule, route, place)
    changes += of_backend
    if "direct_response" in target:
        return {**target, **_joined(changes)}
    if mirrors:
        forwarding["request_mirror_policies"] = mirrors
    settings = {"timeout": _timeout(rule.get("timeouts", {})), "retry_policy": _retries(target)}
    return {"route": {**target, **forwarding, **settings}, **_joined(changes)}


def _modifier(item):
    match item["type"]:
        case "RequestHeaderModifier":
            return filters.changes("request", item["requestHeaderModifier"])
        case "ResponseHeaderModifier":
            return filters.changes("response", item["responseHeaderModifier"])
        case other:
            raise Unsupported(f"filter {other}")


def _joined(changes):
    """What several filters do to one message."""
    result = {}
    for change in changes:
        for key, value in change.items():
            result[key] = result[key] + value if isinstance(result.get(key), list) else value
    return result


def _timeout(timeouts):
    """Without retries in a rule, Istio takes the timeout of backends for the whole."""
    written = timeouts.get("backendRequest", timeouts.get("request", "0s"))
    return destinations.seconds(written)


def _retries(target):
    """Retries of connections that fail, at another host unless a hash says which."""
    if "hash_policy" in target:
        return _RETRIES
    predicate = {
        "name": "envoy.retry_host_predicates.previous_hosts",
        "typed_config": {"@type": f"type.googleapis.com/{_ANOTHER_HOST}"},
    }
    return {**_RETRIES, "retry_host_predicate": [predicate]}


def _cluster(ref, route, place):
    """The backend that a reference names, as `namespace/service:port` or `host:port`; nothing where
    it may not or does not exist.
    """
    namespace, _ = identity(route)
    kind, port = ref.get("kind", "Service"), ref.get("port")
    if kind == "Hostname":
        backend = f"{ref['name']}:{port}"
    elif kind == "Service":
        owner = ref.get("namespace", namespace)
        of_kind = route["kind"]
        if not place.cluster.grants(of_kind, namespace, "Service", owner, ref["name"]):
            return None
        backend = backends.resolved(place.cluster, f"{owner}/{ref['name']}:{port}")
    else:
        raise Unsupported(f"backend {kind}")
    return backend if backend in place.backends else None


def target_of(rule, route, place):
    """The backends of a rule that does nothing else than choosing them."""
    return _target(rule, route, place)[0]


def _target(rule, route, place):
    """The backends, and what the filters of a single one change."""
    if not rule.get("backendRefs"):
        return {"direct_response": {"status": 404}}, []
    weighted = [(r, r.get("weight", 1)) for r in rule["backendRefs"] if r.get("weight", 1) > 0]
    if not weighted:
        return {"direct_response": {"status": 500}}, []
    named = [(_cluster(ref, route, place), ref, weight) for ref, weight in weighted]
    hashes = [
        one
        for backend, _, _ in named
        if backend
        for one in destinations.hash_policy(destinations.policy(place.cluster, backend))
    ]
    hashed = {"hash_policy": hashes} if hashes else {}
    split = [
        (f"{place.prefix}{backend or 'UnknownService'}", _of_backend(ref), weight)
        for backend, ref, weight in named
    ]
    if len(split) == 1:
        name, changes, _ = split[0]
        return {"cluster": name, **hashed}, changes
    parts = [{"name": n, "weight": w, **_joined(changes)} for n, changes, w in split]
    return {"weighted_clusters": {"clusters": parts}, **hashed}, []


def _of_backend(ref):
    return [_modifier(item) for item in ref.get("filters", [])]
