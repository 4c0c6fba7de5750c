"""Renders Gateway API objects as Envoy configuration, the way Istio does.

Independent of the Swift code, so that the two can find each other wrong.
Prints the configuration of the given manifests: render.py EMITTED.yaml [INPUT.yaml ...]
"""

import json
import sys
from pathlib import Path

import manifests
import routes
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
    "upgrade_configs": [{"upgrade_type": "websocket"}],
    "http_filters": [
        {
            "name": "envoy.filters.http.router",
            "typed_config": {"@type": _TYPE + "filters.http.router.v3.Router"},
        }
    ],
}
# Istio turns this off: fragments are cut, not refused.
_RUNTIME = {"envoy.reloadable_features.http_reject_path_with_fragment": False}


def listeners(cluster, name, certificate):
    """The Envoy listeners of a case, one for each port, each on a free port of the loopback."""
    by_port = {}
    for listener in cluster.listeners():
        by_port.setdefault(listener.port, []).append(listener)
    rendered = [
        _listener(cluster, name, port, members, certificate) for port, members in by_port.items()
    ]
    return [listener for listener in rendered if listener["filter_chains"]]


def clusters(cluster, name, endpoints):
    """The Envoy clusters of a case; `endpoints` knows the port behind every backend."""
    return [
        {
            "name": f"{name}|{backend}",
            "type": "STATIC",
            "connect_timeout": "5s",
            "load_assignment": {
                "cluster_name": f"{name}|{backend}",
                "endpoints": [] if _is_empty(cluster, backend) else [_at(endpoints[backend])],
            },
        }
        for backend in sorted(cluster.services())
    ]


def bootstrap(listeners, clusters):
    """A whole static configuration."""
    return {
        "admin": {"address": _address(0)},
        "layered_runtime": {"layers": [{"name": "istio", "static_layer": _RUNTIME}]},
        "static_resources": {"listeners": listeners, "clusters": clusters},
    }


def _is_empty(cluster, backend):
    return backend.rsplit(":", 1)[0] in cluster.empty_services


def _address(port):
    return {"socket_address": {"address": "127.0.0.1", "port_value": port}}


def _at(port):
    return {"lb_endpoints": [{"endpoint": {"address": _address(port)}}]}


def _listener(cluster, name, port, members, certificate):
    result = {"name": f"{name}|{port}", "address": _address(0)}
    if not any(m.is_tls for m in members):  # HTTP listeners of a port share one table
        return {**result, "filter_chains": [_chain(cluster, name, port, members)]}
    inspector = {"@type": _TYPE + "filters.listener.tls_inspector.v3.TlsInspector"}
    result["listener_filters"] = [{"name": "tls_inspector", "typed_config": inspector}]
    served = [m for m in members if m.is_tls and cluster.has_certificate(m)]
    result["filter_chains"] = [_tls_chain(cluster, name, port, m, certificate) for m in served]
    return result


def _tls_chain(cluster, name, port, member, certificate):
    context = {
        "@type": _TYPE + "transport_sockets.tls.v3.DownstreamTlsContext",
        "common_tls_context": {
            "alpn_protocols": ["h2", "http/1.1"],
            "tls_certificates": [
                {
                    "certificate_chain": {"filename": str(certificate.chain)},
                    "private_key": {"filename": str(certificate.key)},
                }
            ],
        },
    }
    chain = _chain(cluster, name, port, [member])
    chain["transport_socket"] = {"name": "tls", "typed_config": context}
    if member.hostname != "*":
        chain["filter_chain_match"] = {"server_names": [member.hostname]}
    return chain


def _chain(cluster, name, port, members):
    hosts, place = {}, routes.Place(cluster, name + "|", port, members[0].is_tls)
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
                "name": host,
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
    manager = {**_MANAGER, "route_config": config}
    return {"filters": [{"name": "http", "typed_config": manager}]}


def main(emitted, *inputs):
    cluster = manifests.Cluster(
        manifests.load(Path(emitted).read_text()),
        [o for path in inputs for o in manifests.load(Path(path).read_text())],
    )
    found = {backend: 8080 for backend in cluster.services()}
    certificate = Certificate(Path("chain.pem"), Path("key.pem"))
    parts = listeners(cluster, "case", certificate), clusters(cluster, "case", found)
    print(json.dumps(bootstrap(*parts), indent=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
