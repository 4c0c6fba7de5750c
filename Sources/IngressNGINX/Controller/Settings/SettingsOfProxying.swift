/// What the ConfigMap says about requests to backends; each property names its key.
extension ControllerSettings {
  /// `load-balance`.
  var loadBalancing: String { text("load-balance") }
  /// `service-upstream`.
  var serviceUpstream: Bool { flag("service-upstream") }
  /// `proxy-body-size`.
  var bodySize: String { text("proxy-body-size") }
  /// `proxy-connect-timeout`, in seconds.
  var connectTimeout: Int { integer("proxy-connect-timeout") }
  /// `proxy-read-timeout`, in seconds.
  var readTimeout: Int { integer("proxy-read-timeout") }
  /// `proxy-send-timeout`, in seconds.
  var sendTimeout: Int { integer("proxy-send-timeout") }
  /// `proxy-next-upstream`.
  var nextUpstream: String { text("proxy-next-upstream") }
  /// `proxy-next-upstream-tries`.
  var nextUpstreamTries: Int { integer("proxy-next-upstream-tries") }
  /// `proxy-next-upstream-timeout`, in seconds.
  var nextUpstreamTimeout: Int { integer("proxy-next-upstream-timeout") }
  /// `retry-non-idempotent`.
  var retriesNonIdempotent: Bool { flag("retry-non-idempotent") }
  /// `proxy-buffering`: `on` or `off`.
  var buffering: String { text("proxy-buffering") }
  /// `proxy-request-buffering`: `on` or `off`.
  var requestBuffering: String { text("proxy-request-buffering") }
  /// `proxy-buffer-size`.
  var bufferSize: String { text("proxy-buffer-size") }
  /// `proxy-buffers-number`.
  var buffersNumber: Int { integer("proxy-buffers-number") }
  /// `proxy-busy-buffers-size`; empty where nginx decides.
  var busyBuffersSize: String { text("proxy-busy-buffers-size") }
  /// `proxy-max-temp-file-size`.
  var maxTempFileSize: String { text("proxy-max-temp-file-size") }
  /// `proxy-http-version`.
  var httpVersion: String { text("proxy-http-version") }
  /// `proxy-cookie-domain`.
  var cookieDomain: String { text("proxy-cookie-domain") }
  /// `proxy-cookie-path`.
  var cookiePath: String { text("proxy-cookie-path") }
  /// `proxy-redirect-from`.
  var redirectFrom: String { text("proxy-redirect-from") }
  /// `proxy-redirect-to`.
  var redirectTo: String { text("proxy-redirect-to") }
  /// `proxy-ssl-location-only`.
  var proxySSLLocationOnly: Bool { flag("proxy-ssl-location-only") }
  /// `client-body-buffer-size`.
  var bodyBufferSize: String { text("client-body-buffer-size") }
  /// `limit-rate`, in bytes a second.
  var limitRate: Int { integer("limit-rate") }
  /// `limit-rate-after`, in bytes.
  var limitRateAfter: Int { integer("limit-rate-after") }
}

/// What the ConfigMap says about connections with clients.
extension ControllerSettings {
  /// `use-http2`.
  var usesHTTP2: Bool { flag("use-http2") }
  /// `http2-max-concurrent-streams`.
  var concurrentStreams: Int { integer("http2-max-concurrent-streams") }
  /// `client-header-buffer-size`.
  var headerBufferSize: String { text("client-header-buffer-size") }
  /// `large-client-header-buffers`.
  var largeHeaderBuffers: String { text("large-client-header-buffers") }
  /// `client-header-timeout`, in seconds.
  var clientHeaderTimeout: Int { integer("client-header-timeout") }
  /// `client-body-timeout`, in seconds.
  var clientBodyTimeout: Int { integer("client-body-timeout") }
  /// `keep-alive`, in seconds.
  var keepAlive: Int { integer("keep-alive") }
  /// `keep-alive-requests`.
  var keepAliveRequests: Int { integer("keep-alive-requests") }
  /// `upstream-keepalive-connections`.
  var upstreamConnections: Int { integer("upstream-keepalive-connections") }
  /// `upstream-keepalive-timeout`, in seconds.
  var upstreamKeepAlive: Int { integer("upstream-keepalive-timeout") }
  /// `ssl-protocols`.
  var tlsProtocols: String { text("ssl-protocols") }
  /// `ssl-reject-handshake`: TLS with a name that no Ingress has is refused.
  var rejectsUnknownServerNames: Bool { flag("ssl-reject-handshake") }
}
