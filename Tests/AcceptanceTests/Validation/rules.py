"""The rules that the Gateway API's definitions state in CEL, one check each.

Numbers such as P1 or H1 only serve to tell the checks apart in the messages.
"""

import re

LABEL = re.compile(r"[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")
PATH = re.compile(r"(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+")
FILTER_FIELDS = {
    "RequestHeaderModifier": "requestHeaderModifier",
    "ResponseHeaderModifier": "responseHeaderModifier",
    "RequestMirror": "requestMirror",
    "RequestRedirect": "requestRedirect",
    "URLRewrite": "urlRewrite",
    "ExtensionRef": "extensionRef",
    "CORS": "cors",
}
MODIFIER_FIELDS = {
    "ReplaceFullPath": "replaceFullPath",
    "ReplacePrefixMatch": "replacePrefixMatch",
}
UNITS = {"h": 3_600_000, "m": 60_000, "s": 1_000, "ms": 1}


def faults_of(document):
    """What is wrong with one object beyond its schema."""
    yield from names(document["metadata"])
    spec = document.get("spec", {})
    kind = document["kind"]
    if kind == "HTTPRoute":
        yield from parents(spec.get("parentRefs", []))
        yield from route_rules(spec.get("rules", []))
    if kind in ("Gateway", "ListenerSet"):
        yield from listeners(spec.get("listeners", []))


def names(metadata):
    """Names that are no DNS subdomain, namespaces that are no DNS label, no text in annotations."""
    name = metadata["name"]
    if len(name) > 253 or not all(LABEL.fullmatch(label) for label in name.split(".")):
        yield f"metadata.name: {name} is no DNS-1123 subdomain"
    if not LABEL.fullmatch(metadata.get("namespace", "")):
        yield "metadata.namespace: no DNS-1123 label"
    for key, value in metadata.get("annotations", {}).items():
        if not isinstance(value, str):
            yield f"metadata.annotations.{key}: not a string"


def parents(references):
    """R1 and R2: several entries for one parent name different sections."""
    sections = {}
    for reference in references:
        parent = tuple(reference.get(key) for key in ("group", "kind", "namespace", "name"))
        sections.setdefault(parent, []).append(reference.get("sectionName"))
    for parent, named in sections.items():
        if len(named) > 1 and None in named:
            yield f"R1: {parent} occurs twice, once without sectionName"
        if len(set(named)) < len(named):
            yield f"R2: {parent} occurs twice with one sectionName"


def route_rules(rules):
    """The checks of all rules of an HTTPRoute."""
    if sum(len(rule.get("matches", [])) for rule in rules) > 128:
        yield "R4: more than 128 matches"
    rule_names = [rule["name"] for rule in rules if "name" in rule]
    if len(set(rule_names)) < len(rule_names):
        yield "R5: two rules have one name"
    for index, rule in enumerate(rules):
        for fault in route_rule(rule):
            yield f"rules[{index}]: {fault}"


def route_rule(rule):
    """The checks of one rule."""
    matches, backends = rule.get("matches", []), rule.get("backendRefs", [])
    if any("requestRedirect" in each for each in rule.get("filters", [])) and backends:
        yield "H1: a redirect and backends"
    yield from filters(rule.get("filters", []), matches)
    for backend in backends:
        yield from backend_port(backend)
        yield from filters(backend.get("filters", []), matches)
    yield from timeouts(rule.get("timeouts", {}))
    for match in matches:
        yield from path(match.get("path", {}))


def backend_port(backend):
    """R3: a Service needs a port."""
    is_service = backend.get("group", "") == "" and backend.get("kind", "Service") == "Service"
    if is_service and "port" not in backend:
        yield f"R3: Service {backend['name']} without a port"


def timeouts(stated):
    """H6: a request to the backend takes no longer than the whole request."""
    request, backend = (stated.get(key) for key in ("request", "backendRequest"))
    if request and backend and 0 < milliseconds(request) < milliseconds(backend):
        yield "H6: backendRequest is longer than request"


def milliseconds(duration):
    """A Gateway API duration as a number."""
    parts = re.findall(r"([0-9]+)(ms|h|m|s)", duration)
    return sum(int(number) * UNITS[unit] for number, unit in parts)


def filters(stated, matches):
    """H2 to H5 and H8 to H12: what filters need beside each other."""
    types = [each["type"] for each in stated]
    if "RequestRedirect" in types and "URLRewrite" in types:
        yield "H8: a redirect and a rewrite"
    for kind in set(types) - {"RequestMirror", "ExtensionRef"}:
        if types.count(kind) > 1:
            yield f"H10: {kind} twice"
    for each in stated:
        fields = [field for field in FILTER_FIELDS.values() if field in each]
        if fields != [FILTER_FIELDS[each["type"]]]:
            yield f"H9: {each['type']} with {fields}"
        yield from mirror(each.get("requestMirror", {}))
        for field in ("requestRedirect", "urlRewrite"):
            yield from modifier(each.get(field, {}).get("path"), matches)


def mirror(stated):
    """H12: a mirror states its share once, and at most the whole; R3 for its Service."""
    fraction = stated.get("fraction", {})
    if "percent" in stated and "fraction" in stated:
        yield "H12: percent and fraction"
    if fraction.get("numerator", 0) > fraction.get("denominator", 100):
        yield "H12: a fraction above one"
    if stated:
        yield from backend_port(stated["backendRef"])


def modifier(stated, matches):
    """H11, and H2/H3: a prefix is only replaced where exactly one prefix matches."""
    if stated is None:
        return
    fields = [field for field in MODIFIER_FIELDS.values() if field in stated]
    if fields != [MODIFIER_FIELDS[stated["type"]]]:
        yield f"H11: {stated['type']} with {fields}"
    prefixes = [match.get("path", {}).get("type", "PathPrefix") == "PathPrefix" for match in matches]
    if stated["type"] == "ReplacePrefixMatch" and prefixes != [True]:
        yield "H2: ReplacePrefixMatch without exactly one PathPrefix match"


def path(stated):
    """P1 to P11: what the value of a path match may hold."""
    kind, value = stated.get("type", "PathPrefix"), stated.get("value", "/")
    if kind not in ("Exact", "PathPrefix"):
        return
    if not value.startswith("/"):
        yield f"P1: {value} does not start with a slash"
    for part in ("//", "/./", "/../", "%2f", "%2F", "#"):
        if part in value:
            yield f"P2-P7: {value} holds {part}"
    if value.endswith("/..") or value.endswith("/."):
        yield f"P8-P9: {value} ends with dots"
    if not PATH.fullmatch(value):
        yield f"P11: {value} holds a character that must be encoded"


def listeners(stated):
    """L1 to L7: what listeners need, and how they differ."""
    listener_names = [each["name"] for each in stated]
    if len(set(listener_names)) < len(listener_names):
        yield "L5: two listeners have one name"
    sockets = [(each["port"], each["protocol"], each.get("hostname")) for each in stated]
    if len(set(sockets)) < len(sockets):
        yield "L6: two listeners have one port, protocol and hostname"
    for each in stated:
        for fault in listener(each):
            yield f"listener {each['name']}: {fault}"


def listener(stated):
    """L1 to L4 and L7 for one listener."""
    protocol, tls = stated["protocol"], stated.get("tls")
    mode = (tls or {}).get("mode", "Terminate")
    if tls is not None and protocol in ("HTTP", "TCP", "UDP"):
        yield f"L1: tls with {protocol}"
    if protocol == "HTTPS" and mode != "Terminate":
        yield f"L2: HTTPS with {mode}"
    if protocol == "TLS" and (tls is None or "mode" not in tls):
        yield "L3: TLS without a mode"
    if protocol in ("TCP", "UDP") and "hostname" in stated:
        yield f"L4: {protocol} with a hostname"
    if tls is not None and mode == "Terminate":
        if not tls.get("certificateRefs") and not tls.get("options"):
            yield "L7: no certificate"
