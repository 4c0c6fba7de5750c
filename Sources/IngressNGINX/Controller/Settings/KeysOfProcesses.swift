import Routing

extension ConfigMapKey {
  /// Keys about tracing and logs.
  static let ofTelemetry = keys(
    .invisible,
    [
      ("enable-opentelemetry", .flag, "false", "reports to OpenTelemetry"),
      (
        "opentelemetry-config", .text, "/etc/ingress-controller/telemetry/opentelemetry.toml",
        "reads this file"
      ),
      ("opentelemetry-operation-name", .text, "", "names spans like this"),
      ("opentelemetry-trust-incoming-span", .flag, "true", "continues the traces of clients"),
      ("otlp-collector-host", .text, "", "reports there"),
      ("otlp-collector-port", .text, "4317", "reports there"),
      ("otel-service-name", .text, "nginx", "reports under this name"),
      ("otel-sampler", .text, "AlwaysOn", "reports a share of requests"),
      ("otel-sampler-ratio", .fraction, "0.01", "reports a share of requests"),
      ("otel-sampler-parent-based", .flag, "true", "lets clients decide what is reported"),
      ("otel-max-queuesize", .integer, "2048", "keeps so many reports"),
      ("otel-schedule-delay-millis", .integer, "5000", "reports so often"),
      ("otel-max-export-batch-size", .integer, "512", "reports so much at a time"),
      ("access-log-path", .text, "/var/log/nginx/access.log", "writes its log there"),
      ("access-log-params", .text, "", "writes its log like this"),
      ("http-access-log-path", .text, "", "writes its log there"),
      ("stream-access-log-path", .text, "", "writes its log there"),
      ("enable-access-log-for-default-backend", .flag, "false", "logs the default backend"),
      ("enable-auth-access-log", .flag, "false", "logs questions of authentication"),
      ("disable-access-log", .flag, "false", "writes no log"),
      ("disable-http-access-log", .flag, "false", "writes no log"),
      ("disable-stream-access-log", .flag, "false", "writes no log"),
      ("skip-access-log-urls", .texts, "", "leaves these paths out of its log"),
      ("error-log-path", .text, "/var/log/nginx/error.log", "writes its log there"),
      ("error-log-level", .text, "notice", "logs from this level on"),
      ("log-format-escape-none", .flag, "false", "escapes nothing in its log"),
      ("log-format-escape-json", .flag, "false", "escapes its log as JSON"),
      ("log-format-upstream", .text, upstreamLog, "writes its log like this"),
      (
        "log-format-stream", .text,
        "[$remote_addr] [$time_local] $protocol $status $bytes_sent $bytes_received $session_time",
        "writes its log like this"
      ),
      ("enable-syslog", .flag, "false", "logs to syslog"),
      ("syslog-host", .text, "", "logs there"),
      ("syslog-port", .integer, "514", "logs there"),
      ("debug-connections", .texts, "", "logs more of these clients"),
    ])

  private static let upstreamLog =
    "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent "
    + "\"$http_referer\" \"$http_user_agent\" $request_length $request_time "
    + "[$proxy_upstream_name] [$proxy_alternative_upstream_name] $upstream_addr "
    + "$upstream_response_length $upstream_response_time $upstream_status $req_id"

  /// Keys about nginx's own processes.
  static let ofProcesses =
    keys(
      .invisible,
      [
        ("worker-processes", .text, "auto", "runs so many workers"),
        ("worker-cpu-affinity", .text, "", "binds workers to processors"),
        ("enable-serial-reloads", .flag, "false", "reloads one after the other"),
        ("worker-shutdown-timeout", .text, "240s", "gives workers so long to end"),
        ("max-worker-connections", .integer, "16384", "holds so many connections"),
        ("max-worker-open-files", .integer, "0", "opens so many files"),
        ("enable-multi-accept", .flag, "true", "accepts many connections at once"),
        ("enable-aio-write", .flag, "true", "writes files in the background"),
        ("map-hash-bucket-size", .integer, "64", "keeps this table"),
        ("server-name-hash-max-size", .integer, "1024", "keeps this table"),
        ("server-name-hash-bucket-size", .integer, "0", "keeps this table"),
        ("variables-hash-bucket-size", .integer, "256", "keeps this table"),
        ("variables-hash-max-size", .integer, "2048", "keeps this table"),
        ("lua-shared-dicts", .text, "", "keeps these tables"),
      ])
    + keys(
      .answer,
      [
        ("plugins", .texts, "", "runs these Lua plugins"),
        ("use-geoip2", .flag, "false", "knows where clients are"),
        ("geoip2-autoreload-in-minutes", .integer, "0", "reloads its database"),
      ])
}
