"""What has to fit between objects: no API server checks it, but nothing is served without it."""


def faults_between(objects):
    """Names given twice, parents and listeners that are not there, and references without a grant."""
    by_name = {}
    for each in objects:
        by_name.setdefault(identity(each), []).append(each)
    for name, same in by_name.items():
        if len(same) > 1:
            yield f"{' '.join(name)} is written {len(same)} times"
    sections = {
        name[:3]: {listener["name"]: listener for listener in same[0]["spec"].get("listeners", [])}
        for name, same in by_name.items()
        if name[0] in ("Gateway", "ListenerSet")
    }
    grants = granted(objects)
    for each in objects:
        if each["kind"] == "HTTPRoute":
            yield from route(each, sections, grants)
        if each["kind"] in ("Gateway", "ListenerSet"):
            yield from certificates(each, grants)


def identity(each):
    """Kind, namespace and name."""
    return (each["kind"], each["metadata"].get("namespace", ""), each["metadata"]["name"])


def granted(objects):
    """What ReferenceGrants allow: from kind and namespace, to kind, namespace and name."""
    return {
        (source["kind"], source["namespace"], target["kind"], each["metadata"]["namespace"],
         target.get("name"))
        for each in objects
        if each["kind"] == "ReferenceGrant"
        for source in each["spec"]["from"]
        for target in each["spec"]["to"]
    }


def route(each, sections, grants):
    """Parents that are not there, hostnames that no listener takes, backends without a grant."""
    kind, namespace, name = identity(each)
    for parent in each["spec"].get("parentRefs", []):
        key = (parent.get("kind", "Gateway"), parent.get("namespace", namespace), parent["name"])
        listeners = sections.get(key)
        section = parent.get("sectionName")
        if listeners is None or (section is not None and section not in listeners):
            yield f"{kind} {namespace}/{name}: no parent {key} {section}"
            continue
        taking = [listeners[section]] if section else list(listeners.values())
        hostnames = each["spec"].get("hostnames", [])
        if hostnames and not any(fit(one.get("hostname"), two) for one in taking for two in hostnames):
            yield f"{kind} {namespace}/{name}: no listener of {key} {section} takes {hostnames}"
    for rule in each["spec"].get("rules", []):
        for backend in rule.get("backendRefs", []):
            target = backend.get("namespace", namespace)
            if not is_granted((kind, namespace, "Service", target, backend["name"]), grants):
                yield f"{kind} {namespace}/{name}: no grant for Service {target}/{backend['name']}"


def certificates(each, grants):
    """Certificates in other namespaces without a grant."""
    kind, namespace, name = identity(each)
    for listener in each["spec"].get("listeners", []):
        for reference in listener.get("tls", {}).get("certificateRefs", []):
            target = reference.get("namespace", namespace)
            if not is_granted((kind, namespace, "Secret", target, reference["name"]), grants):
                yield f"{kind} {namespace}/{name}: no grant for Secret {target}/{reference['name']}"


def is_granted(reference, grants):
    """Whether a reference stays in its namespace or is allowed to leave it."""
    kind, namespace, target_kind, target, name = reference
    if namespace == target:
        return True
    allowed = (kind, namespace, target_kind, target)
    return (*allowed, name) in grants or (*allowed, None) in grants


def fit(listener, route_host):
    """Whether some host fits both a listener's hostname and a route's."""
    if listener is None or listener == route_host:
        return True
    if listener.startswith("*."):
        return route_host.removeprefix("*").endswith(listener[1:])
    return route_host.startswith("*.") and listener.endswith(route_host[1:])
