/// Flags of the controller that change nothing of what is served (`pkg/flags/flags.go`, klog).
enum QuietFlags {
  /// Those that stand alone: `--update-status`, or `--update-status=false`.
  static let switches: Set<String> = [
    "profiling", "update-status", "update-status-on-shutdown", "report-node-internal-ip-address",
    "version", "disable-leader-election", "enable-ssl-chain-completion", "enable-metrics",
    "metrics-per-host", "metrics-per-undefined-host", "report-status-classes",
    "disable-full-test", "disable-sync-events", "logtostderr", "alsologtostderr",
    "add_dir_header", "one_output", "skip_headers", "skip_log_headers",
  ]

  /// Those that take a value: `--election-id=a`, or `--election-id a`.
  static let withValue: Set<String> = [
    "apiserver-host", "certificate-authority", "kubeconfig", "publish-service",
    "publish-status-address", "sync-period", "sync-rate-limit", "health-check-path",
    "health-check-timeout", "election-id", "election-ttl", "time-buckets", "length-buckets",
    "size-buckets", "bucket-factor", "max-buckets", "exclude-socket-metrics",
    "monitor-max-batch-size", "ssl-passthrough-proxy-port", "default-server-port", "healthz-port",
    "healthz-host", "validating-webhook", "validating-webhook-certificate",
    "validating-webhook-key", "status-port", "stream-port", "internal-logger-address",
    "profiler-port", "profiler-address", "status-update-interval", "shutdown-grace-period",
    "post-shutdown-grace-period", "dynamic-configuration-retries", "maxmind-mirror",
    "maxmind-license-key", "maxmind-edition-ids", "maxmind-retries-count",
    "maxmind-retries-timeout", "v", "vmodule", "stderrthreshold", "log_dir", "log_file",
    "log_file_max_size", "log_backtrace_at",
  ]

  /// Whether the controller knows the flag at all.
  static func know(_ name: String) -> Bool { switches.contains(name) || withValue.contains(name) }
}

extension ServingFlag {
  /// Whether the flag stands alone.
  var isSwitch: Bool {
    switch self {
    case .annotationValidation, .watchWithoutClass, .classByName, .sslPassthrough,
      .disableCatchAll, .disableExternalName, .deepInspect, .topologyAwareRouting:
      true
    case .annotationsPrefix, .ingressClass, .controllerClass, .watchNamespace,
      .watchNamespaceSelector, .configMap, .defaultBackendService, .defaultSSLCertificate,
      .httpPort, .httpsPort, .tcpServices, .udpServices:
      false
    }
  }
}
