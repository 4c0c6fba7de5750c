"""Tells which backends there are, and where their endpoints are."""

import ipaddress

from manifests import identity

# Nobody listens at these addresses (TEST-NET-1).
_DEAD = ipaddress.ip_network("192.0.2.0/24")


def names(cluster):
    """Every backend: `namespace/service:port`, or `host:port` of a ServiceEntry."""
    listed = [s for s in cluster.kind("Service") if _alias(s) is None]
    # Manifests without any Service tell nothing about Services.
    found = {f"{_service(s)}:{port['port']}" for s in listed for port in _ports(s)}
    others = found if cluster.kind("Service") else set(_named(cluster))
    return others | set(_entries(cluster))


def resolved(cluster, backend):
    """The backend that a name stands for; an ExternalName stands for its host."""
    service, number = backend.rsplit(":", 1)
    for one in cluster.kind("Service"):
        if _service(one) == service and _alias(one) is not None:
            return f"{_alias(one)}:{number}"
    return backend


def _alias(service):
    spec = service["spec"]
    return spec.get("externalName") if spec.get("type") == "ExternalName" else None


def endpoints(cluster, backend):
    """What stands behind a backend: its own name, or `BACKEND@ADDRESS` where slices list some."""
    service, port = backend.rsplit(":", 1)
    if service in cluster.empty_services:
        return []
    slices = [s for s in cluster.kind("EndpointSlice") if _owner(s) == service]
    if not slices:
        return [backend]
    wanted = _port_name(cluster, service, port)
    return [
        f"{backend}@{address}"
        for one in slices
        if any(p.get("name", "") == wanted for p in one.get("ports") or [])
        for endpoint in one.get("endpoints") or []
        if endpoint.get("conditions", {}).get("ready", True)
        for address in endpoint["addresses"][:1]
    ]


def all_endpoints(clusters):
    """The endpoints of every backend of several clusters."""
    return {e for c in clusters for name in names(c) for e in endpoints(c, name)}


def is_dead(endpoint):
    """Whether nobody listens there."""
    _, _, address = endpoint.partition("@")
    return bool(address) and ipaddress.ip_address(address) in _DEAD


def port_of(cluster, backend):
    """A Service's port as its manifest says it; empty for others."""
    service, number = backend.rsplit(":", 1)
    for one in cluster.kind("Service"):
        if _service(one) == service:
            return next((p for p in _ports(one) if str(p["port"]) == number), {})
    return {}


def _service(obj):
    return "/".join(identity(obj))


def _ports(service):
    return service["spec"].get("ports") or []


def _owner(endpoint_slice):
    namespace, _ = identity(endpoint_slice)
    labels = endpoint_slice["metadata"].get("labels") or {}
    return f"{namespace}/{labels.get('kubernetes.io/service-name')}"


def _port_name(cluster, service, number):
    return port_of(cluster, f"{service}:{number}").get("name", "")


def _entries(cluster):
    for entry in cluster.kind("ServiceEntry"):
        for host in entry["spec"]["hosts"]:
            for port in entry["spec"].get("ports") or []:
                yield f"{host}:{port['number']}"


def _named(cluster):
    for route in cluster.kind("HTTPRoute"):
        for rule in route["spec"].get("rules", []):
            for ref in rule.get("backendRefs", []):
                if ref.get("kind", "Service") == "Service":
                    owner = ref.get("namespace", identity(route)[0])
                    yield f"{owner}/{ref['name']}:{ref['port']}"
