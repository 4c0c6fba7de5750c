"""Says AuthorizationPolicies of the Gateway as Envoy's filters, in the order of Istio."""

import ipaddress

import external
from manifests import age_order, identity
from unsupported import Unsupported

_TYPE = "type.googleapis.com/envoy.extensions."
_ROOT = "istio-system"


def filters(cluster, port, prefix, mesh):
    """External authorization first, then what is denied, then what alone is allowed."""
    by_action = {}
    for policy in sorted(cluster.kind("AuthorizationPolicy"), key=age_order):
        if not _is_of(policy, cluster):
            continue
        by_action.setdefault(policy["spec"].get("action", "ALLOW"), []).append(policy)
    unknown = set(by_action) - {"CUSTOM", "DENY", "ALLOW", "AUDIT"}
    if unknown:
        raise Unsupported(f"policies that {sorted(unknown)}")
    result = []
    if by_action.get("CUSTOM"):
        asked = by_action["CUSTOM"]
        rules = _rules("DENY", asked, port, prefix=external.NAMES)
        result = external.filters({p["spec"]["provider"]["name"] for p in asked}, rules, prefix, mesh)
    for action in ("DENY", "ALLOW"):
        if by_action.get(action):
            result.append(external.rbac({"rules": _rules(action, by_action[action], port)}))
    return result


def _is_of(policy, cluster):
    namespace, _ = identity(policy)
    gateways = {identity(g) for g in cluster.kind("Gateway")}
    targets = policy["spec"].get("targetRefs") or []
    if policy["spec"].get("selector"):
        raise Unsupported("a policy that selects workloads")
    if not targets:
        return namespace == _ROOT or any(namespace == owner for owner, _ in gateways)
    return any(t["kind"] == "Gateway" and (namespace, t["name"]) in gateways for t in targets)


def _rules(action, policies, port, prefix=""):
    found = {}
    for policy in policies:
        name = "ns[{}]-policy[{}]".format(*identity(policy))
        for index, rule in enumerate(policy["spec"].get("rules") or []):
            found[f"{prefix}{name}-rule[{index}]"] = {
                "permissions": [
                    _all(_operation(to.get("operation", {}), port), "rules")
                    for to in _or_any(rule.get("to"))
                ],
                "principals": [
                    _all(_source(f.get("source", {})) + _conditions(rule), "ids")
                    for f in _or_any(rule.get("from"))
                ],
            }
    return {"action": action, "policies": found}


def _or_any(items):
    return items or [{}]


def _all(parts, key):
    return {f"and_{key}": {key: parts}} if parts else {"any": True}


def _any(parts, key):
    return {f"or_{key}": {key: parts}}


def _both(operation, name, key, said):
    """A field and its negation."""
    parts, negated = operation.get(name), operation.get("not" + name[0].upper() + name[1:])
    kind = "rule" if key == "rules" else "id"
    result = [_any([said(value) for value in parts], key)] if parts else []
    if negated:
        result.append({f"not_{kind}": _any([said(value) for value in negated], key)})
    return result


def _operation(operation, port):
    known = {n for w in ("hosts", "paths", "methods", "ports") for n in (w, "not" + w.capitalize())}
    if set(operation) - known:
        raise Unsupported(f"a policy with {sorted(set(operation) - known)}")
    return (
        _both(operation, "hosts", "rules", lambda v: _header(":authority", v, True))
        + _both(operation, "methods", "rules", lambda v: _header(":method", v, False))
        + _both(operation, "paths", "rules", _path)
        # Each listener stands on a free port here; its number in the manifests is what counts.
        + _both(operation, "ports", "rules", lambda v: _always(int(v) == port, "rule"))
    )


def _always(is_so, kind):
    return {"any": True} if is_so else {f"not_{kind}": {"any": True}}


def _source(source):
    known = {n for w in ("ipBlocks", "remoteIpBlocks") for n in (w, "not" + w[0].upper() + w[1:])}
    if set(source) - known:
        raise Unsupported(f"a policy with {sorted(set(source) - known)}")
    return _both(
        source, "remoteIpBlocks", "ids", lambda v: {"remote_ip": _range(v)}
    ) + _both(source, "ipBlocks", "ids", lambda v: {"direct_remote_ip": _range(v)})


def _conditions(rule):
    return [part for condition in rule.get("when") or [] for part in _condition(condition)]


def _condition(condition):
    key = condition["key"]
    if key in ("remote.ip", "source.ip"):
        name = "remote_ip" if key == "remote.ip" else "direct_remote_ip"

        def said(value):
            return {name: _range(value)}

    elif key.startswith("request.headers[") and key.endswith("]"):
        header = key[len("request.headers[") : -1]

        def said(value):
            return _header(header, value, False)

    else:
        raise Unsupported(f"a policy on {key}")
    return _both(condition, "values", "ids", said)


def _range(block):
    network = ipaddress.ip_network(block, strict=False)
    return {"address_prefix": str(network.network_address), "prefix_len": network.prefixlen}


def _header(name, value, ignores_case):
    if value == "*":
        return {"header": {"name": name, "present_match": True}}
    matcher = external.matcher(value)
    return {"header": {"name": name, "string_match": {**matcher, "ignore_case": ignores_case}}}


def _path(value):
    if "{" in value:
        template = value.replace("{*}", "*").replace("{**}", "**")
        typed = {"@type": _TYPE + "path.match.uri_template.v3.UriTemplateMatchConfig"}
        typed["path_template"] = template
        return {"uri_template": {"name": "uri_template", "typed_config": typed}}
    return {"url_path": {"path": external.matcher(value)}}
