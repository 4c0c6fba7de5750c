"""Says external authorization as the two filters by which Istio asks a service."""

from unsupported import Unsupported

_TYPE = "type.googleapis.com/envoy.extensions."
_SHADOW = "istio_ext_authz_"
# What the names of rules about what has to be asked begin with.
NAMES = "istio-ext-authz-"


def filters(providers, rules, prefix, mesh):
    """A filter that marks what has to be asked about, and one that asks."""
    found = {p["name"]: p for p in mesh.get("extensionProviders") or []}
    # Istio denies where two providers would have to be asked, or one that it does not know.
    if len(providers) > 1 or not providers.issubset(found):
        return [rbac({"rules": rules})]
    provider = found[next(iter(providers))].get("envoyExtAuthzHttp")
    if provider is None:
        raise Unsupported("a provider that does not speak HTTP")
    mark = rbac({"shadow_rules": rules, "shadow_rules_stat_prefix": _SHADOW})
    return [mark, _asking(provider, prefix)]


def rbac(config):
    typed = {"@type": _TYPE + "filters.http.rbac.v3.RBAC", **config}
    return {"name": "envoy.filters.http.rbac", "typed_config": typed}


def matcher(value):
    """A value of a policy: with a wildcard at one end, or as it stands."""
    if value == "*":
        return {"safe_regex": {"regex": ".+"}}
    if value.startswith("*"):
        return {"suffix": value[1:]}
    return {"prefix": value[:-1]} if value.endswith("*") else {"exact": value}


def _asking(provider, prefix):
    host = provider["service"].split("/")[-1]
    http = {
        "server_uri": {
            "uri": f"http://{host}",
            "cluster": f"{prefix}{backend(host)}:{provider['port']}",
            "timeout": "600s",
        },
        "path_prefix": provider.get("pathPrefix", ""),
        "authorization_request": _request(provider),
        "authorization_response": {
            **_patterns(provider, "headersToUpstreamOnAllow", "allowed_upstream_headers"),
            **_patterns(provider, "headersToDownstreamOnDeny", "allowed_client_headers"),
            **_patterns(
                provider, "headersToDownstreamOnAllow", "allowed_client_headers_on_success"
            ),
        },
    }
    typed = {
        "@type": _TYPE + "filters.http.ext_authz.v3.ExtAuthz",
        "transport_api_version": "V3",
        "http_service": http,
        **_patterns(provider, "includeRequestHeadersInCheck", "allowed_headers"),
        "failure_mode_allow": provider.get("failOpen", False),
        "status_on_error": {"code": int(provider.get("statusOnError", 403))},
        "filter_enabled_metadata": {
            "filter": "envoy.filters.http.rbac",
            "path": [{"key": _SHADOW + "shadow_effective_policy_id"}],
            "value": {"string_match": {"prefix": NAMES}},
        },
    }
    return {"name": "envoy.filters.http.ext_authz", "typed_config": typed}


def backend(host):
    """The name of a host's backend, which of a Service is its own."""
    labels = host.removesuffix(".svc.cluster.local").split(".")
    is_service = host.endswith(".svc.cluster.local") and len(labels) == 2
    return f"{labels[1]}/{labels[0]}" if is_service else host


def _request(provider):
    more = provider.get("includeAdditionalHeadersInCheck") or {}
    return {"headers_to_add": [{"key": k, "value": v} for k, v in sorted(more.items())]}


def _patterns(provider, key, name):
    patterns = [{**matcher(n), "ignore_case": True} for n in provider.get(key) or []]
    return {name: {"patterns": patterns}} if patterns else {}
