"""Renders Gateway API objects as Envoy configuration, the way Istio does.

Independent of the Swift code, so that the two can find each other wrong.
Prints the configuration of the given manifests: render.py EMITTED.yaml [INPUT.yaml ...]
"""

import json
import sys
from pathlib import Path

import backends
import clusters
import encryption
import manifests
import patches
import policies
import routes
from clusters import address
from proxy import Certificate

_TYPE = "type.googleapis.com/envoy.extensions."
_MANAGER = {
    "@type": _TYPE + "filters.network.http_connection_manager.v3.HttpConnectionManager",
    "stat_prefix": "gateway",
    "use_remote_address": True,
    "normalize_path": True,
    "path_with_escaped_slashes_action": "KEEP_UNCHANGED",
    "stream_idle_timeout": "0s",
    "server_name": "istio-envoy",
    "forward_client_cert_details": "SANITIZE_SET",
    "upgrade_configs": [{"upgrade_type": "websocket"}],
}
# Istio turns this off: fragments are cut, not refused.
_RUNTIME = {"envoy.reloadable_features.http_reject_path_with_fragment": False}


def listeners(cluster, name, certificate, mesh=None):
    """The Envoy listeners of a case, one for each port, each on a free port of the loopback.

    Requests come from where the PROXY protocol says. `mesh` is MeshConfig.
    """
    by_port = {}
    for listener in cluster.listeners():
        by_port.setdefault(listener.port, []).append(listener)
    rendered = [
        _listener(cluster, name, port, members, certificate, mesh or {})
        for port, members in by_port.items()
    ]
    return [listener for listener in rendered if listener["filter_chains"]]


def bootstrap(listeners, clusters):
    """A whole static configuration."""
    return {
        "admin": {"address": address(0)},
        "layered_runtime": {"layers": [{"name": "istio", "static_layer": _RUNTIME}]},
        "static_resources": {"listeners": listeners, "clusters": clusters},
    }


def _listener(cluster, name, port, members, certificate, mesh):
    result = {
        "name": f"{name}|{port}",
        "address": address(0),
        "listener_filters": [_listener_filter("proxy_protocol", "ProxyProtocol")],
    }
    if any(m.is_encrypted for m in members):
        result["listener_filters"].append(_listener_filter("tls_inspector", "TlsInspector"))
        chains = [
            chain
            for m in members
            if m.is_encrypted
            for chain in _encrypted(cluster, name, port, m, certificate, mesh)
        ]
    else:  # HTTP listeners of a port share one table
        chains = [_chain(cluster, name, port, members, mesh)]
    result["filter_chains"] = chains
    patches.apply(cluster, result, port)
    return result


def _listener_filter(name, kind):
    typed = {"@type": f"{_TYPE}filters.listener.{name}.v3.{kind}"}
    return {"name": name, "typed_config": typed}


def _encrypted(cluster, name, port, member, certificate, mesh):
    if not member.is_tls:
        return encryption.passed_through(cluster, name + "|", member)
    socket = encryption.terminated(cluster, member, certificate)
    if socket is None:
        return []
    chain = _chain(cluster, name, port, [member], mesh)
    chain["transport_socket"] = socket
    if member.hostname != "*":
        chain["filter_chain_match"] = {"server_names": [member.hostname]}
    return [chain]


def _chain(cluster, name, port, members, mesh):
    hosts, prefix = {}, name + "|"
    place = routes.Place(cluster, prefix, port, members[0].is_tls, backends.names(cluster))
    for member in members:
        for route, names in cluster.routes_of(member):
            for host in names:
                known = hosts.setdefault(host, [])
                if route not in known:
                    known.append(route)
    tables = {
        host: routes.table(sorted(of_host, key=manifests.age_order), place)
        for host, of_host in hosts.items()
    }
    config = {
        "name": f"{name}.{port}",
        "validate_clusters": False,
        "ignore_port_in_host_matching": True,
        "virtual_hosts": [
            {
                "name": f"{host}:{port}",
                "domains": [host],
                "routes": table,
                "include_request_attempt_count": True,
            }
            for host, table in sorted(tables.items())
        ],
    }
    for host in config["virtual_hosts"]:
        for route in host["routes"]:
            if "route" in route:
                route["route"]["cluster_not_found_response_code"] = "INTERNAL_SERVER_ERROR"
    filters = policies.filters(cluster, port, prefix, mesh)
    manager = {
        **_MANAGER,
        "xff_num_trusted_hops": cluster.trusted_proxies(),
        "http_filters": filters + [_filter("cors", "Cors"), _filter("router", "Router")],
        "route_config": config,
    }
    return {"filters": [{"name": "http", "typed_config": manager}]}


def _filter(name, kind):
    typed = {"@type": f"{_TYPE}filters.http.{name}.v3.{kind}"}
    return {"name": f"envoy.filters.http.{name}", "typed_config": typed}


def main(emitted, *inputs):
    cluster = manifests.Cluster(
        manifests.load(Path(emitted).read_text()),
        [o for path in inputs for o in manifests.load(Path(path).read_text())],
    )
    found = {endpoint: 8080 for endpoint in backends.all_endpoints([cluster])}
    certificate = Certificate.at(Path("."))
    parts = (
        listeners(cluster, "case", certificate),
        clusters.of_case(cluster, "case", found),
    )
    print(json.dumps(bootstrap(*parts), indent=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
