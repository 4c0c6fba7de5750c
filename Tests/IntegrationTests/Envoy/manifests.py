"""Reads manifests and answers what Istio asks of them: which routes a listener takes, what exists.

Nothing here knows how gatewright writes or reads objects; it stands on the Gateway API alone.
"""

from dataclasses import dataclass, field

import yaml

# PyYAML's C parser is ten times faster, where it is there.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
        """The HTTPRoutes that attach to a listener, oldest first, each with its host names there."""
        for route in sorted(self.kind("HTTPRoute"), key=age_order):
            namespace, _ = identity(route)
            parents = route["spec"].get("parentRefs", [])
            if not any(self._names(p, namespace, listener) for p in parents):
                continue
            allowed = listener.spec.get("allowedRoutes", {}).get("namespaces", {})
            if not self._admits({"from": "Same", **allowed}, listener.owner[1], namespace):
                continue
            kinds = listener.spec.get("allowedRoutes", {}).get("kinds", [{"kind": "HTTPRoute"}])
            if all(k["kind"] != "HTTPRoute" for k in kinds):
                continue
            hosts = common_hosts(route["spec"].get("hostnames", []), listener.hostname)
            if hosts:
                yield route, hosts

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

    def services(self):
        """Every backend that exists, as `namespace/name:port`."""
        listed = self.kind("Service")
        if not listed:  # manifests without any Service tell nothing about Services
            return set(self._named_backends())
        return {
            "/".join(identity(s)) + f":{port['port']}"
            for s in listed
            for port in s["spec"].get("ports") or []
        }

    def _named_backends(self):
        for route in self.kind("HTTPRoute"):
            for rule in route["spec"].get("rules", []):
                for ref in rule.get("backendRefs", []):
                    yield f"{ref.get('namespace', identity(route)[0])}/{ref['name']}:{ref['port']}"

    def has_certificate(self, listener):
        """Whether the listener's Secrets are there and may be used; Istio takes two at most."""
        _, namespace, _ = listener.owner
        secrets = {identity(s) for s in self.kind("Secret") if "tls.crt" in (s.get("data") or {})}
        references = listener.spec.get("tls", {}).get("certificateRefs", [])
        return 0 < len(references) <= 2 and all(
            (r.get("namespace", namespace), r["name"]) in secrets
            and self.grants(
                listener.owner[0], namespace, "Secret", r.get("namespace", namespace), r["name"]
            )
            for r in references
        )


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
