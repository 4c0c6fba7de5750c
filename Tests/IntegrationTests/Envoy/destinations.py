"""Finds the DestinationRule of a backend as Istio does, and says it as Envoy."""

import re

from manifests import age_order, identity

_ROOT = "istio-system"
_BALANCERS = {
    "LEAST_REQUEST": "LEAST_REQUEST",
    "LEAST_CONN": "LEAST_REQUEST",
    "ROUND_ROBIN": "ROUND_ROBIN",
    "RANDOM": "RANDOM",
    "UNSPECIFIED": "LEAST_REQUEST",
}


def policy(cluster, backend):
    """The traffic policy for a backend's port; what a port says replaces what its host says."""
    rule = _rule(cluster, backend) or {}
    whole = rule.get("spec", {}).get("trafficPolicy") or {}
    number = int(backend.rsplit(":", 1)[1])
    for of_port in whole.get("portLevelSettings") or []:
        if of_port.get("port", {}).get("number") == number:
            return of_port
    return whole


def _rule(cluster, backend):
    """The gateway's namespace decides first, then the Service's, then the root's."""
    host, owner = _host(backend)
    own = _gateway_namespace(cluster)
    for namespace in dict.fromkeys([own, owner, _ROOT]):
        rules = [
            r
            for r in sorted(cluster.kind("DestinationRule"), key=age_order)
            if identity(r)[0] == namespace and _is_exported(r, own) and _fits(r, host)
        ]
        if rules:
            exact = [r for r in rules if not _wanted(r).startswith("*")]
            # The most specific host; of several rules the oldest.
            return exact[0] if exact else max(rules, key=lambda r: len(_wanted(r)))
    return None


def _host(backend):
    service = backend.rsplit(":", 1)[0]
    namespace, _, name = service.rpartition("/")
    return (f"{name}.{namespace}.svc.cluster.local", namespace) if namespace else (name, "")


def _gateway_namespace(cluster):
    gateways = cluster.kind("Gateway")
    return identity(gateways[0])[0] if gateways else ""


def _is_exported(rule, own):
    exported = rule["spec"].get("exportTo") or ["*"]
    return "*" in exported or own in exported or ("." in exported and identity(rule)[0] == own)


def _wanted(rule):
    host = rule["spec"]["host"]
    return host if "." in host or host == "*" else f"{host}.{identity(rule)[0]}.svc.cluster.local"


def _fits(rule, host):
    wanted = _wanted(rule)
    return host.endswith(wanted[1:]) if wanted.startswith("*") else host == wanted


def balancing(of):
    """The load balancer of an Envoy cluster."""
    balancer = of.get("loadBalancer") or {}
    if "consistentHash" not in balancer:
        return {"lb_policy": _BALANCERS[balancer.get("simple", "LEAST_REQUEST")]}
    hashed = balancer["consistentHash"]
    if "maglev" in hashed:
        return {"lb_policy": "MAGLEV"}
    size = hashed.get("ringHash", {}).get("minimumRingSize", hashed.get("minimumRingSize", 1024))
    return {"lb_policy": "RING_HASH", "ring_hash_lb_config": {"minimum_ring_size": int(size)}}


def hash_policy(of):
    """What a route hashes for this destination; nothing without a consistent hash."""
    hashed = (of.get("loadBalancer") or {}).get("consistentHash") or {}
    if "httpHeaderName" in hashed:
        return [{"header": {"header_name": hashed["httpHeaderName"]}}]
    if "httpCookie" in hashed:
        cookie = dict(hashed["httpCookie"])
        if "ttl" in cookie:
            cookie["ttl"] = seconds(cookie["ttl"])
        return [{"cookie": cookie}]
    if hashed.get("useSourceIp"):
        return [{"connection_properties": {"source_ip": True}}]
    if "httpQueryParameterName" in hashed:
        return [{"query_parameter": {"name": hashed["httpQueryParameterName"]}}]
    return []


def seconds(duration):
    """A duration of Go as Envoy reads it."""
    units = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001, "us": 1e-6, "ns": 1e-9}
    parts = re.findall(r"(\d+(?:\.\d+)?)(ms|us|ns|[hms])", duration)
    return f"{sum(float(count) * units[unit] for count, unit in parts):.3f}s"
