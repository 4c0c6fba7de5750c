"""Says the filters of HTTPRoute rules as Istio says them to Envoy."""

import re

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


def cors(wanted):
    """The policy of a CORS filter."""
    policy = {
        "@type": "type.googleapis.com/envoy.extensions.filters.http.cors.v3.CorsPolicy",
        "allow_origin_string_match": [_origin(o) for o in wanted.get("allowOrigins") or []],
        "max_age": str(wanted.get("maxAge", 5)),
        "filter_enabled": {"default_value": {"numerator": 100}},
        "forward_not_matching_preflights": False,
    }
    for key, name in [
        ("allowMethods", "allow_methods"),
        ("allowHeaders", "allow_headers"),
        ("exposeHeaders", "expose_headers"),
    ]:
        if wanted.get(key):
            policy[name] = ",".join(wanted[key])
    if wanted.get("allowCredentials"):
        policy["allow_credentials"] = True
    return {"typed_per_filter_config": {"envoy.filters.http.cors": policy}}


def _origin(origin):
    if origin == "*":
        return {"safe_regex": {"regex": "^[a-zA-Z][a-zA-Z0-9+.-]*://[^/\\s?#]+$"}}
    if origin.endswith("*") and origin.count("*") == 1:
        return {"prefix": origin[:-1]}
    if "*" in origin:
        pattern = ".*".join(re.escape(part) for part in origin.split("*"))
        return {"safe_regex": {"regex": f"^{pattern}$"}}
    return {"exact": origin}


def mirror(wanted, target):
    """Copies for a cluster, of all requests or a share of them."""
    fraction = wanted.get("fraction") or {"numerator": wanted.get("percent", 100)}
    share = fraction["numerator"] / fraction.get("denominator", 100)
    return {
        "cluster": target,
        "runtime_fraction": {
            "default_value": {"numerator": round(share * 1_000_000), "denominator": "MILLION"}
        },
        "trace_sampled": False,
        "disable_shadow_host_suffix_append": True,
    }


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
