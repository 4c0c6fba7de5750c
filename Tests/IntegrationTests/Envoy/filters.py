"""Says the filters of HTTPRoute rules as Istio says them to Envoy."""

_CODES = {
    301: "MOVED_PERMANENTLY",
    302: "FOUND",
    303: "SEE_OTHER",
    307: "TEMPORARY_REDIRECT",
    308: "PERMANENT_REDIRECT",
}


def redirect(wanted, place):
    """A redirect; the listener's port is told where it is not that of the scheme."""
    result = {"response_code": _CODES[wanted.get("statusCode", 302)]}
    for key, name in [("scheme", "scheme_redirect"), ("hostname", "host_redirect")]:
        if key in wanted:
            result[name] = wanted[key]
    port = wanted.get("port")
    if port is None and "scheme" not in wanted:
        port = place.port
    scheme = wanted.get("scheme", "https" if place.is_tls else "http")
    if port is not None and (port, scheme) not in [(80, "http"), (443, "https")]:
        result["port_redirect"] = port
    path = wanted.get("path", {})
    if path.get("type") == "ReplaceFullPath":
        result["path_redirect"] = path["replaceFullPath"]
    elif path:
        result["prefix_rewrite"] = path["replacePrefixMatch"]
    return result


def rewrite(wanted, prefix):
    """What a URLRewrite does to the path, which matched by a prefix, and to the host."""
    result = {"host_rewrite_literal": wanted["hostname"]} if "hostname" in wanted else {}
    path = wanted.get("path")
    if path is None:
        return result
    if path["type"] == "ReplaceFullPath":
        pattern, substitution = "/.*", path["replaceFullPath"]
    else:
        replacement = path["replacePrefixMatch"].removesuffix("/")
        if replacement:
            return {**result, "prefix_rewrite": replacement}
        pattern, substitution = f"^{prefix.rstrip('/')}(/?)(.*)", r"/\2"
    return {
        **result,
        "regex_rewrite": {"pattern": {"regex": pattern}, "substitution": substitution},
    }


def new_host(change):
    """A header modifier that sets Host rewrites the host."""
    hosts = [h["value"] for h in change.get("set", []) if h["name"].lower() == "host"]
    return {"host_rewrite_literal": hosts[0]} if hosts else {}


def changes(side, change):
    """What a header modifier does to requests or responses."""

    def addition(header, action):
        return {
            "header": {"key": header["name"], "value": header["value"]},
            "append_action": action,
        }

    set_headers = [h for h in change.get("set", []) if h["name"].lower() != "host"]
    added = [addition(h, "OVERWRITE_IF_EXISTS_OR_ADD") for h in set_headers]
    added += [addition(h, "APPEND_IF_EXISTS_OR_ADD") for h in change.get("add", [])]
    result = {f"{side}_headers_to_add": added} if added else {}
    if change.get("remove"):
        result[f"{side}_headers_to_remove"] = change["remove"]
    return result
