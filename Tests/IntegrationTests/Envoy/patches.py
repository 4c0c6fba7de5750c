"""Applies EnvoyFilters to rendered listeners, as Istio does to what it generates."""

import copy
import re

import external
from manifests import identity
from unsupported import Unsupported

_ROOT = "istio-system"
_VERSION = "1.30.3"
# Fields of which a message holds one; the last one written stays.
_ONE_OF = [
    {"route", "redirect", "direct_response", "filter_action", "non_forwarding_action"},
    {"cluster", "weighted_clusters", "cluster_header"},
    {"host_rewrite_literal", "auto_host_rewrite", "host_rewrite_header", "host_rewrite_path_regex"},
    {"path_redirect", "prefix_rewrite", "regex_rewrite"},
]
_MANAGER = "envoy.filters.network.http_connection_manager"


def apply(cluster, listener, port):
    """Changes a rendered listener; its connection managers hold their route tables."""
    prefix = listener["name"].rpartition("|")[0] + "|"
    found = [
        _of_ours(p, prefix) for f in _ordered(cluster) for p in f["spec"].get("configPatches") or []
    ]
    managers = [
        (chain.get("filter_chain_match", {}).get("server_names", []), filters["typed_config"])
        for chain in listener["filter_chains"]
        for filters in chain["filters"]
        if filters["name"] == "http"
    ]
    for patch in found:
        match = patch.get("match") or {}
        if not _concerns(match):
            continue
        name = match.get("listener", {}).get("filterChain", {}).get("sni")
        for names, manager in managers:
            if name is not None and name not in names:
                continue
            _APPLIED.get(patch["applyTo"], _unknown)(manager, match, patch["patch"], port)


def _of_ours(value, prefix):
    """A patch in which Istio's names of clusters are ours."""
    if isinstance(value, dict):
        return {k: _of_ours(v, prefix) for k, v in value.items()}
    if isinstance(value, list):
        return [_of_ours(v, prefix) for v in value]
    named = re.fullmatch(r"outbound\|(\d+)\|\|(.+)", value) if isinstance(value, str) else None
    return f"{prefix}{external.backend(named[2])}:{named[1]}" if named else value


def _ordered(cluster):
    """Those of the root namespace first; then by priority, the oldest first."""
    chosen = [f for f in cluster.kind("EnvoyFilter") if _is_of(f, cluster)]

    def order(one):
        created = str(one["metadata"].get("creationTimestamp") or "")
        own = identity(one)
        return own[0] != _ROOT, one["spec"].get("priority", 0), created, own

    return sorted(chosen, key=order)


def _is_of(one, cluster):
    namespace, _ = identity(one)
    gateways = {identity(g) for g in cluster.kind("Gateway")}
    targets = one["spec"].get("targetRefs") or []
    if one["spec"].get("workloadSelector"):
        raise Unsupported("an EnvoyFilter that selects workloads")
    if not targets:
        return namespace == _ROOT or any(namespace == owner for owner, _ in gateways)
    return any(t["kind"] == "Gateway" and (namespace, t["name"]) in gateways for t in targets)


def _concerns(match):
    version = match.get("proxy", {}).get("proxyVersion", "")
    return match.get("context", "ANY") in ("ANY", "GATEWAY") and re.search(version, _VERSION)


def _unknown(manager, match, patch, port):
    raise Unsupported("an EnvoyFilter that patches something else than filters and routes")


def _filter(manager, match, patch, port):
    """HTTP_FILTER: put in beside another one, or first."""
    wanted = match.get("listener", {})
    if wanted.get("portNumber", port) != port:
        return
    chain = wanted.get("filterChain", {}).get("filter", {})
    if chain.get("name", _MANAGER) != _MANAGER:
        return
    filters, name = manager["http_filters"], chain.get("subFilter", {}).get("name")
    places = [i for i, f in enumerate(filters) if name in (None, f["name"])]
    value, operation = copy.deepcopy(patch.get("value")), patch["operation"]
    if operation == "INSERT_FIRST":
        filters.insert(0, value)
    elif operation == "ADD":
        filters.insert(len(filters) - 1, value)
    elif operation == "INSERT_BEFORE" and places:
        filters.insert(places[0], value)
    elif operation == "INSERT_AFTER" and places:
        filters.insert(places[0] + 1, value)
    elif operation == "REMOVE":
        manager["http_filters"] = [f for f in filters if f["name"] != name]
    elif operation == "MERGE":
        for place in places:
            filters[place] = merged(filters[place], value)
    elif places:
        raise Unsupported(f"an EnvoyFilter that does {operation} to a filter")


def _manager(manager, match, patch, port):
    """NETWORK_FILTER: settings of the connection manager."""
    wanted = match.get("listener", {})
    is_so = wanted.get("portNumber", port) == port
    if patch["operation"] != "MERGE":
        raise Unsupported(f"an EnvoyFilter that does {patch['operation']} to a listener's filter")
    if is_so and wanted.get("filterChain", {}).get("filter", {}).get("name") == _MANAGER:
        manager.update(merged(manager, patch["value"].get("typed_config", {})))


def _hosts(manager, match, port):
    wanted = match.get("routeConfiguration", {})
    if wanted.get("portNumber", port) != port:
        return []
    if wanted.get("name"):
        raise Unsupported("an EnvoyFilter for one route table")
    name = wanted.get("vhost", {}).get("name")
    hosts = manager["route_config"]["virtual_hosts"]
    return [h for h in hosts if name in (None, h["name"])]


def _host(manager, match, patch, port):
    """VIRTUAL_HOST: settings of all routes of a host."""
    if patch["operation"] != "MERGE":
        raise Unsupported(f"an EnvoyFilter that does {patch['operation']} to a host")
    for host in _hosts(manager, match, port):
        host.update(merged(host, patch["value"]))


def _route(manager, match, patch, port):
    """HTTP_ROUTE: settings of every route of a name."""
    wanted = match.get("routeConfiguration", {}).get("vhost", {}).get("route", {})
    for host in _hosts(manager, match, port):
        routes, operation = host["routes"], patch["operation"]
        places = [i for i, r in enumerate(routes) if _is_named(r, wanted)]
        if operation == "MERGE":
            for place in places:
                routes[place] = merged(routes[place], patch["value"])
        elif operation == "INSERT_FIRST":
            routes.insert(0, copy.deepcopy(patch["value"]))
        elif operation == "INSERT_BEFORE" and places:
            routes.insert(places[0], copy.deepcopy(patch["value"]))
        elif places or operation == "ADD":
            raise Unsupported(f"an EnvoyFilter that does {operation} to a route")


def _is_named(route, wanted):
    action = {"ROUTE": "route", "REDIRECT": "redirect", "DIRECT_RESPONSE": "direct_response"}
    kind = action.get(wanted.get("action", "ANY"))
    return wanted.get("name") in (None, route["name"]) and (kind is None or kind in route)


_APPLIED = {
    "HTTP_FILTER": _filter,
    "NETWORK_FILTER": _manager,
    "VIRTUAL_HOST": _host,
    "HTTP_ROUTE": _route,
}


def merged(onto, value):
    """As protobuf merges messages: lists grow, one of exclusive fields stays.

    What has a type of its own (`@type`) is one value, and replaces the other. So does a duration.
    """
    result = copy.deepcopy(onto)
    for key, new in value.items():
        for group in _ONE_OF:
            if key in group:
                for other in group - {key}:
                    result.pop(other, None)
        old = result.get(key)
        is_message = isinstance(old, dict) and isinstance(new, dict) and "@type" not in new
        if is_message:
            result[key] = merged(old, new)
        elif isinstance(old, list) and isinstance(new, list):
            result[key] = old + copy.deepcopy(new)
        else:
            result[key] = copy.deepcopy(new)
    return result
