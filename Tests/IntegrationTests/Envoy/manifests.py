"""Reads manifests and answers what Istio asks of them: which routes a listener takes, what exists.

Nothing here knows how gatewright writes or reads objects; it stands on the Gateway API alone.
"""

from dataclasses import dataclass, field

import yaml

# PyYAML's C parser is ten times faster, where it is there.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_OF_HTTP = {"HTTPRoute", "GRPCRoute"}
# The kinds of routes that listeners of a protocol take.
_KINDS = {"HTTP": _OF_HTTP, "HTTPS": _OF_HTTP, "TLS": {"TLSRoute"}}
_FILTERS_OF_BACKENDS = {"RequestHeaderModifier", "ResponseHeaderModifier"}
_FILTERS = {"CORS", "RequestMirror", "RequestRedirect", "URLRewrite", *_FILTERS_OF_BACKENDS}


def load(text):
    """All objects of a YAML stream."""
    return [d for d in yaml.load_all(text, Loader=_LOADER) if isinstance(d, dict)]


def identity(obj):
    meta = obj.get("metadata", {})
    return meta.get("namespace") or "default", meta["name"]


def age_order(obj):
    """Oldest first, then by namespace and name; no creation time counts as the oldest."""
    created = obj["metadata"].get("creationTimestamp")
    return "" if created is None else str(created), *identity(obj)


@dataclass
class Listener:
    """A listener of a Gateway or a ListenerSet."""

    owner: tuple  # kind, namespace, name
    spec: dict

    @property
    def port(self):
        return self.spec["port"]

    @property
    def is_tls(self):
        return self.spec["protocol"] == "HTTPS"

    @property
    def is_encrypted(self):
        return self.spec["protocol"] in ("HTTPS", "TLS")

    @property
    def hostname(self):
        return (self.spec.get("hostname") or "*").lower()


@dataclass
class Cluster:
    """Everything that one Gateway's proxy is configured from."""

    emitted: list
    inputs: list
    empty_services: set = field(default_factory=set)

    def kind(self, kind):
        return [o for o in self.emitted + self.inputs if o.get("kind") == kind]

    def listeners(self):
        """The listeners of all Gateways, and of the ListenerSets that they admit."""
        found = []
        for gateway in self.kind("Gateway"):
            owner = ("Gateway", *identity(gateway))
            found += [Listener(owner, spec) for spec in gateway["spec"].get("listeners", [])]
            allowed = gateway["spec"].get("allowedListeners", {}).get("namespaces", {})
            for extra in sorted(self.kind("ListenerSet"), key=age_order):
                namespace, name = identity(extra)
                parent = extra["spec"]["parentRef"]
                if (parent.get("namespace", namespace), parent["name"]) != owner[1:]:
                    continue
                if self._admits({"from": "None", **allowed}, owner[1], namespace):
                    source = ("ListenerSet", namespace, name)
                    found += [Listener(source, spec) for spec in extra["spec"]["listeners"]]
        return found

    def routes_of(self, listener):
        """The routes that attach to a listener, oldest first, each with its host names there."""
        own = _KINDS.get(listener.spec["protocol"], set())
        named = listener.spec.get("allowedRoutes", {}).get("kinds") or [{"kind": k} for k in own]
        kinds = own.intersection(k["kind"] for k in named)
        attached = [o for kind in kinds for o in self.kind(kind)]
        for route in sorted(attached, key=age_order):
            namespace, _ = identity(route)
            parents = route["spec"].get("parentRefs", [])
            if not any(self._names(p, namespace, listener) for p in parents):
                continue
            allowed = listener.spec.get("allowedRoutes", {}).get("namespaces", {})
            if not self._admits({"from": "Same", **allowed}, listener.owner[1], namespace):
                continue
            hosts = common_hosts(route["spec"].get("hostnames", []), listener.hostname)
            if hosts and not _is_refused(route):
                yield with_paths(route), hosts

    def _names(self, parent, namespace, listener):
        kind, owner_namespace, owner_name = listener.owner
        return (
            parent.get("kind", "Gateway") == kind
            and parent.get("namespace", namespace) == owner_namespace
            and parent["name"] == owner_name
            and parent.get("sectionName", listener.spec["name"]) == listener.spec["name"]
            and parent.get("port", listener.port) == listener.port
        )

    def _admits(self, rule, own, other):
        if rule["from"] != "Selector":
            return rule["from"] == "All" or (rule["from"] == "Same" and own == other)
        labels = {"kubernetes.io/metadata.name": other}
        for namespace in self.kind("Namespace"):
            if namespace["metadata"]["name"] == other:
                labels.update(namespace["metadata"].get("labels") or {})
        selector = rule.get("selector", {})
        equal = all(labels.get(k) == v for k, v in selector.get("matchLabels", {}).items())
        return equal and all(_holds(e, labels) for e in selector.get("matchExpressions", []))

    def grants(self, kind, namespace, to_kind, to_namespace, to_name):
        """Whether an object of one namespace may name an object of another."""
        if namespace == to_namespace:
            return True
        for grant in self.kind("ReferenceGrant"):
            if identity(grant)[0] != to_namespace:
                continue
            spec = grant["spec"]
            is_from = any(f["kind"] == kind and f["namespace"] == namespace for f in spec["from"])
            is_to = any(
                t["kind"] == to_kind and t.get("name") in (None, "", to_name) for t in spec["to"]
            )
            if is_from and is_to:
                return True
        return False

    def trusted_proxies(self):
        """So many proxies before the Gateway are believed about the client's address."""
        for gateway in self.kind("Gateway"):
            annotations = gateway["spec"].get("infrastructure", {}).get("annotations") or {}
            text = annotations.get("proxy.istio.io/config") or "{}"
            topology = yaml.load(text, Loader=_LOADER).get("gatewayTopology") or {}
            return int(topology.get("numTrustedProxies", 0))
        return 0

    def has_authority(self, listener):
        """Whether the listener's first Secret, or the one beside it, holds an authority."""
        _, namespace, _ = listener.owner
        reference = listener.spec["tls"]["certificateRefs"][0]
        owner, name = reference.get("namespace", namespace), reference["name"]
        holders = {identity(s) for s in self.kind("Secret") if "ca.crt" in _keys(s)}
        return bool(holders.intersection({(owner, name), (owner, name + "-cacert")}))

    def has_certificate(self, listener):
        """Whether the listener's Secrets are there and may be used; Istio takes two at most."""
        _, namespace, _ = listener.owner
        secrets = {identity(s) for s in self.kind("Secret") if "tls.crt" in _keys(s)}
        references = listener.spec.get("tls", {}).get("certificateRefs", [])
        return 0 < len(references) <= 2 and all(
            (r.get("namespace", namespace), r["name"]) in secrets
            and self.grants(
                listener.owner[0], namespace, "Secret", r.get("namespace", namespace), r["name"]
            )
            for r in references
        )


def _keys(secret):
    """What a Secret holds, encoded or not."""
    return {**(secret.get("data") or {}), **(secret.get("stringData") or {})}


def _is_refused(route):
    """Whether one of its filters is none that Istio knows; the whole route is void then."""
    rules = route["spec"].get("rules", [])
    filters = [f["type"] for rule in rules for f in rule.get("filters", [])]
    of_backends = [
        f["type"]
        for rule in rules
        for ref in rule.get("backendRefs", [])
        for f in ref.get("filters", [])
    ]
    return not _FILTERS.issuperset(filters) or not _FILTERS_OF_BACKENDS.issuperset(of_backends)


def with_paths(route):
    """A GRPCRoute with the paths that its methods stand for; other routes as they are."""
    if route["kind"] != "GRPCRoute":
        return route
    rules = [
        {**rule, "matches": [_with_path(m) for m in rule.get("matches") or [{}]]}
        for rule in route["spec"].get("rules", [])
    ]
    return {**route, "spec": {**route["spec"], "rules": rules}}


def _with_path(match):
    method = match.get("method")
    rest = {key: value for key, value in match.items() if key != "method"}
    if not method:
        return rest
    service, name = method.get("service"), method.get("method")
    if method.get("type", "Exact") == "RegularExpression" or not service:
        kind, value = "RegularExpression", f"/{service or '[^/]+'}/{name or '.+'}"
    else:
        kind = "Exact" if name else "PathPrefix"
        value = f"/{service}/{name}" if name else f"/{service}"
    return {**rest, "path": {"type": kind, "value": value}}


def _holds(expression, labels):
    value = labels.get(expression["key"])
    match expression["operator"]:
        case "In":
            return value in expression["values"]
        case "NotIn":
            return value not in expression["values"]
        case "Exists":
            return value is not None
        case _:
            return value is None


def common_hosts(of_route, of_listener):
    """The host names for which a listener serves a route; the narrower where one is a wildcard."""
    if not of_route:
        return [of_listener]
    hosts = []
    for host in map(str.lower, of_route):
        if of_listener in ("*", host) or _covers(of_listener, host):
            hosts.append(host)
        elif _covers(host, of_listener):
            hosts.append(of_listener)
    return hosts


def _covers(wide, narrow):
    return wide.startswith("*.") and narrow.endswith(wide[1:]) and narrow != wide
