"""Says backends as Envoy clusters, with the load balancing and TLS of their DestinationRules."""

import backends
import destinations
import unsupported

_TYPE = "type.googleapis.com/envoy.extensions."
_UNLIMITED = {
    key: 4294967295
    for key in ("max_connections", "max_pending_requests", "max_requests", "max_retries")
}
_H2 = ("http2", "grpc", "kubernetes.io/h2c")


def of_case(cluster, name, ports):
    """The Envoy clusters of a case; `ports` knows the port of every endpoint."""
    return [
        _cluster(cluster, f"{name}|{backend}", backend, ports)
        for backend in sorted(backends.names(cluster))
    ]


def address(port):
    return {"socket_address": {"address": "127.0.0.1", "port_value": port}}


def _cluster(cluster, name, backend, ports):
    policy = destinations.policy(cluster, backend)
    pool = policy.get("connectionPool") or {}
    result = {
        "name": name,
        "type": "STATIC",
        "connect_timeout": destinations.seconds(pool.get("tcp", {}).get("connectTimeout", "10s")),
        "circuit_breakers": {"thresholds": [{**_UNLIMITED, **_limits(pool)}]},
        **destinations.balancing(policy),
        "load_assignment": {
            "cluster_name": name,
            "endpoints": [
                {"lb_endpoints": [{"endpoint": {"address": address(ports[e])}}]}
                for e in backends.endpoints(cluster, backend)
            ],
        },
    }
    if _is_h2(cluster, backend, pool):
        raise unsupported.Unsupported(f"HTTP/2 to {backend}")
    tls = policy.get("tls") or {}
    if tls.get("mode", "DISABLE") != "DISABLE":
        result |= _tls(tls, backend)
    return result


def _limits(pool):
    tcp, http = pool.get("tcp", {}), pool.get("http", {})
    written = {
        "max_connections": tcp.get("maxConnections"),
        "max_pending_requests": http.get("http1MaxPendingRequests"),
        "max_requests": http.get("http2MaxRequests"),
        "max_retries": http.get("maxRetries"),
    }
    return {key: value for key, value in written.items() if value is not None}


def _is_h2(cluster, backend, pool):
    port = backends.port_of(cluster, backend)
    spoken = port.get("appProtocol") or port.get("name", "").split("-")[0]
    return pool.get("http", {}).get("h2UpgradePolicy") == "UPGRADE" or spoken in _H2


def _tls(tls, backend):
    """TLS that is not verified, as nginx speaks it; others would need an authority's key."""
    if tls["mode"] != "SIMPLE" or not tls.get("insecureSkipVerify"):
        raise unsupported.Unsupported(f"TLS to {backend} that is verified")
    context = {
        "@type": _TYPE + "transport_sockets.tls.v3.UpstreamTlsContext",
        "common_tls_context": {"validation_context": {}},
    }
    if "sni" in tls:
        return {
            "transport_socket": {"name": "tls", "typed_config": {**context, "sni": tls["sni"]}}
        }
    options = {
        "@type": _TYPE + "upstreams.http.v3.HttpProtocolOptions",
        "upstream_http_protocol_options": {"auto_sni": True},
        "explicit_http_config": {"http_protocol_options": {}},
    }
    return {
        "transport_socket": {"name": "tls", "typed_config": context},
        "typed_extension_protocol_options": {
            "envoy.extensions.upstreams.http.v3.HttpProtocolOptions": options
        },
    }
