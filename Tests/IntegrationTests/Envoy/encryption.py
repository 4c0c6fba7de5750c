"""Says what listeners do with TLS: end it, ask for client certificates, pass it through."""

import backends
import routes
from manifests import identity

_TYPE = "type.googleapis.com/envoy.extensions."
_MODE = "gateway.istio.io/tls-terminate-mode"


def terminated(cluster, listener, certificate):
    """The transport socket of an HTTPS listener; nothing where Istio does not serve it."""
    if not cluster.has_certificate(listener):
        return None
    mode = listener.spec.get("tls", {}).get("options", {}).get(_MODE, "SIMPLE")
    context = {
        "@type": _TYPE + "transport_sockets.tls.v3.DownstreamTlsContext",
        "common_tls_context": {
            "alpn_protocols": ["h2", "http/1.1"],
            "tls_certificates": [_files(certificate.chain, certificate.key)],
        },
    }
    frontend = _has_frontend(cluster)
    if frontend or mode in ("MUTUAL", "OPTIONAL_MUTUAL"):
        has_authority = frontend or cluster.has_authority(listener)
        # Istio gives the proxy an authority of a Secret for MUTUAL alone.
        if not has_authority or (mode == "OPTIONAL_MUTUAL" and not frontend):
            return None
        context["require_client_certificate"] = mode != "OPTIONAL_MUTUAL"
        authority = {"trusted_ca": {"filename": str(certificate.authority)}}
        context["common_tls_context"]["validation_context"] = authority
    return {"name": "tls", "typed_config": context}


def _has_frontend(cluster):
    """Whether the Gateway itself asks for client certificates, with an authority of a ConfigMap."""
    maps = {identity(m) for m in cluster.kind("ConfigMap") if "ca.crt" in (m.get("data") or {})}
    for gateway in cluster.kind("Gateway"):
        namespace, _ = identity(gateway)
        default = gateway["spec"].get("tls", {}).get("frontend", {}).get("default", {})
        for ref in default.get("validation", {}).get("caCertificateRefs", []):
            if ref.get("kind") == "ConfigMap":
                return (ref.get("namespace", namespace), ref["name"]) in maps
    return False


def _files(chain, key):
    return {"certificate_chain": {"filename": str(chain)}, "private_key": {"filename": str(key)}}


def passed_through(cluster, prefix, listener):
    """The filter chains of TLSRoutes on a listener that passes TLS through."""
    chains = []
    for route, hosts in cluster.routes_of(listener):
        place = routes.Place(cluster, prefix, listener.port, True, backends.names(cluster))
        target = routes.target_of(route["spec"]["rules"][0], route, place)
        typed = {
            "@type": _TYPE + "filters.network.tcp_proxy.v3.TcpProxy",
            "stat_prefix": "passthrough",
            **target,
        }
        chain = {"filters": [{"name": "tcp", "typed_config": typed}]}
        if hosts != ["*"]:
            chain["filter_chain_match"] = {"server_names": hosts}
        chains.append(chain)
    return chains
