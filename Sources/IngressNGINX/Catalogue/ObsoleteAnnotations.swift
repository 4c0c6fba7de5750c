extension ObsoleteAnnotation {
  /// Every such key that manifests are known to carry.
  package static let all: [ObsoleteAnnotation] =
    sinceOne + beforeOne + inTheBeginning + neverExisted

  /// Removed from releases 1.x.
  private static let sinceOne: [ObsoleteAnnotation] = {
    let perReplica = "Remove it; the limit-* annotations count for each replica on its own."
    return [
      removed("global-rate-limit", until: "up to release 1.11", perReplica, protects: true),
      removed("global-rate-limit-*", until: "up to release 1.11", perReplica),
      removed("enable-opentracing", until: "up to release 1.8", to: "enable-opentelemetry"),
      removed(
        "opentracing-trust-incoming-span", until: "up to release 1.8",
        to: "opentelemetry-trust-incoming-span"),
      removed("enable-influxdb", until: "up to release 1.7"),
      removed("influxdb-*", until: "up to release 1.7"),
      removed(
        "secure-verify-ca-secret", until: "up to release 1.7", to: "proxy-ssl-secret",
        protects: true),
    ]
  }()

  /// Removed from releases 0.x.
  private static let beforeOne: [ObsoleteAnnotation] = [
    removed(
      "lua-resty-waf", until: "until November 2019", to: "enable-modsecurity", protects: true),
    removed("lua-resty-waf-*", until: "until November 2019", to: "enable-modsecurity"),
    removed("mirror-uri", until: "until February 2020", to: "mirror-target"),
    removed("session-cookie-hash", until: "until March 2019"),
    // Without it requests go to the backend in the clear.
    removed(
      "secure-backends", until: "until October 2018", to: "backend-protocol", protects: true),
    removed("grpc-backend", until: "until October 2018", to: "backend-protocol"),
    removed("add-base-url", until: "until December 2018"),
    removed("base-url-scheme", until: "until December 2018"),
    removed("upstream-max-fails", until: "until October 2018"),
    removed("upstream-fail-timeout", until: "until October 2018"),
    removed("vts-filter-key", until: "until June 2018"),
    removed("proxy-pass-params", until: "until March 2018"),
  ]

  /// Removed before release 0.10.
  private static let inTheBeginning: [ObsoleteAnnotation] = [
    removed("enable-not-cors", until: "until 2017"),
    removed("auth-send-body", until: "until 2017"),
    removed("named-ports", until: "until 2017"),
    removed("sticky-enabled", until: "until 2017", to: "affinity"),
    removed("sticky-name", until: "until 2017", to: "session-cookie-name"),
    removed("sticky-hash", until: "until 2017"),
    removed("port-in-redirect", until: "until 2017", to: "use-port-in-redirects"),
  ]

  private static let neverExisted: [ObsoleteAnnotation] = {
    let hsts = "Use the controller's ConfigMap, whose hsts keys hold for all hosts."
    let tracing = "Configure the OpenTelemetry collector in the controller's ConfigMap."
    return [
      neverRead("websocket-services", "Remove it; websockets work without it."),
      neverRead("server-snippets", to: "server-snippet", "Write server-snippet if it is wanted."),
      neverRead(
        "limit-burst", to: "limit-burst-multiplier",
        "Write limit-burst-multiplier, which counts in multiples of the rate."),
      neverRead(
        "limit-status-code",
        "Use limit-req-status-code and limit-conn-status-code of the ConfigMap."),
      neverRead("limit-by-key", "Remove it; limits count by the client's address."),
      neverRead(
        "proxy-set-headers", "Use proxy-set-headers of the ConfigMap, which holds for all hosts."),
      neverRead("hsts", hsts),
      neverRead("hsts-max-age", hsts),
      neverRead("hsts-include-subdomains", hsts),
      neverRead("hsts-preload", hsts),
      neverRead(
        "preserve-host", to: "upstream-vhost",
        "Remove it; the client's host is kept unless upstream-vhost says otherwise."),
      neverRead(
        "opentracing-operation-name", to: "opentelemetry-operation-name",
        "Write opentelemetry-operation-name instead."),
      neverRead("jaeger-*", tracing),
      neverRead("zipkin-*", tracing),
    ]
  }()
}
