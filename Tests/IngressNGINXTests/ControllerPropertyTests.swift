import Kubernetes
import Testing

@testable import IngressNGINX

@Suite("properties of the controller's settings")
struct ControllerPropertyTests {
  private func read(_ data: [String: String]) -> ControllerSettings {
    ControllerSettings(
      ConfigMap(metadata: Metadata(name: "c", namespace: "n"), data: entries(data)))
  }

  /// A property and what turns it.
  struct Turned: Sendable {
    var key: String
    var value: String
    var told: @Sendable (ControllerSettings) -> String
    var before: String
    var after: String

    init(
      _ key: String, _ value: String, _ before: String, _ after: String? = nil,
      _ told: @escaping @Sendable (ControllerSettings) -> String
    ) {
      (self.key, self.value, self.before, self.told) = (key, value, before, told)
      self.after = after ?? value
    }

    static func flag(
      _ key: String, from before: Bool = false,
      _ told: @escaping @Sendable (ControllerSettings) -> Bool
    ) -> Turned {
      Turned(key, "\(!before)", "\(before)") { "\(told($0))" }
    }

    static func number(
      _ key: String, from before: Int, _ told: @escaping @Sendable (ControllerSettings) -> Int
    ) -> Turned {
      Turned(key, "7", "\(before)") { "\(told($0))" }
    }

    static func list(
      _ key: String, from before: String = "",
      _ told: @escaping @Sendable (ControllerSettings) -> [String]
    ) -> Turned {
      Turned(key, "10.0.0.1", before) { told($0).joined(separator: ",") }
    }
  }

  private static let flags: [Turned] = [
    .flag("ssl-redirect", from: true) { $0.redirectsToHTTPS },
    .flag("force-ssl-redirect") { $0.forcesHTTPS },
    .flag("preserve-trailing-slash") { $0.preservesTrailingSlash },
    .flag("use-port-in-redirects") { $0.usesPortInRedirects },
    .flag("relative-redirects") { $0.relativeRedirects },
    .flag("disable-proxy-intercept-errors") { $0.disablesInterception },
    .flag("use-gzip") { $0.usesGzip }, .flag("enable-brotli") { $0.usesBrotli },
    .flag("enable-underscores-in-headers") { $0.keepsUnderscoreHeaders },
    .flag("ignore-invalid-headers", from: true) { $0.ignoresInvalidHeaders },
    .flag("use-forwarded-headers") { $0.usesForwardedHeaders },
    .flag("compute-full-forwarded-for") { $0.computesFullForwardedFor },
    .flag("enable-real-ip") { $0.enablesRealIP },
    .flag("use-proxy-protocol") { $0.usesProxyProtocol },
    .flag("disable-access-log") { !$0.writesAccessLog },
    .flag("disable-http-access-log") { !$0.writesAccessLog },
    .flag("generate-request-id", from: true) { $0.generatesRequestID },
    .flag("proxy-add-original-uri-header") { $0.addsOriginalURIHeader },
    .flag("allow-backend-server-header") { $0.allowsBackendServerHeader },
    .flag("server-tokens") { $0.showsServerTokens },
    .flag("service-upstream") { $0.serviceUpstream },
    .flag("retry-non-idempotent") { $0.retriesNonIdempotent },
    .flag("proxy-ssl-location-only") { $0.proxySSLLocationOnly },
    .flag("use-http2", from: true) { $0.usesHTTP2 },
    .flag("ssl-reject-handshake") { $0.rejectsUnknownServerNames },
    .flag("enable-modsecurity") { $0.enablesModSecurity },
    .flag("enable-owasp-modsecurity-crs") { $0.enablesOWASPRules },
    .flag("enable-opentelemetry") { $0.enablesOpenTelemetry },
    .flag("allow-snippet-annotations") { $0.allowsSnippets },
    .flag("allow-cross-namespace-resources") { $0.allowsCrossNamespace },
    .flag("strict-validate-path-type", from: true) { $0.strictPathTypes },
  ]

  private static let numbers: [Turned] = [
    .number("limit-req-status-code", from: 503) { $0.requestLimitStatus },
    .number("limit-conn-status-code", from: 503) { $0.connectionLimitStatus },
    .number("proxy-connect-timeout", from: 5) { $0.connectTimeout },
    .number("proxy-read-timeout", from: 60) { $0.readTimeout },
    .number("proxy-send-timeout", from: 60) { $0.sendTimeout },
    .number("proxy-next-upstream-tries", from: 3) { $0.nextUpstreamTries },
    .number("proxy-next-upstream-timeout", from: 0) { $0.nextUpstreamTimeout },
    .number("proxy-buffers-number", from: 4) { $0.buffersNumber },
    .number("limit-rate", from: 0) { $0.limitRate },
    .number("limit-rate-after", from: 0) { $0.limitRateAfter },
    .number("http2-max-concurrent-streams", from: 128) { $0.concurrentStreams },
    .number("client-header-timeout", from: 60) { $0.clientHeaderTimeout },
    .number("client-body-timeout", from: 60) { $0.clientBodyTimeout },
    .number("keep-alive", from: 75) { $0.keepAlive },
    .number("keep-alive-requests", from: 1000) { $0.keepAliveRequests },
    .number("upstream-keepalive-connections", from: 320) { $0.upstreamConnections },
    .number("upstream-keepalive-timeout", from: 60) { $0.upstreamKeepAlive },
  ]

  private static let texts: [Turned] = [
    Turned("http-redirect-code", "301", "308") { "\($0.redirectStatus)" },
    Turned("proxy-body-size", "7m", "1m") { $0.bodySize },
    Turned("load-balance", "ewma", "round_robin") { $0.loadBalancing },
    Turned("proxy-next-upstream", "off", "error timeout") { $0.nextUpstream },
    Turned("proxy-buffering", "on", "off") { $0.buffering },
    Turned("proxy-request-buffering", "off", "on") { $0.requestBuffering },
    Turned("proxy-buffer-size", "8k", "4k") { $0.bufferSize },
    Turned("proxy-busy-buffers-size", "8k", "") { $0.busyBuffersSize },
    Turned("proxy-max-temp-file-size", "0", "1024m") { $0.maxTempFileSize },
    Turned("proxy-http-version", "1.0", "1.1") { $0.httpVersion },
    Turned("proxy-cookie-domain", "a b", "off") { $0.cookieDomain },
    Turned("proxy-cookie-path", "/a /b", "off") { $0.cookiePath },
    Turned("proxy-redirect-from", "default", "off") { $0.redirectFrom },
    Turned("proxy-redirect-to", "/x", "off") { $0.redirectTo },
    Turned("client-body-buffer-size", "1m", "8k") { $0.bodyBufferSize },
    Turned("client-header-buffer-size", "2k", "1k") { $0.headerBufferSize },
    Turned("large-client-header-buffers", "4 16k", "4 8k") { $0.largeHeaderBuffers },
    Turned("ssl-protocols", "TLSv1.3", "TLSv1.2 TLSv1.3") { $0.tlsProtocols },
    Turned("default-type", "text/plain", "text/html") { $0.defaultType },
    Turned("forwarded-for-header", "X-Real-IP", "X-Forwarded-For") { $0.forwardedForHeader },
    Turned("forwarded-host-header", "X-Host", "X-Forwarded-Host") { $0.forwardedHostHeader },
    Turned("proxy-set-headers", "a/b", "") { $0.proxySetHeaders },
    Turned("add-headers", "a/b", "") { $0.addHeaders },
    Turned("limit-conn-zone-variable", "$host", "$binary_remote_addr") {
      $0.connectionLimitVariable
    },
    Turned("modsecurity-snippet", "a", "") { $0.modSecuritySnippet },
    Turned("main-snippet", "a", "") { $0.mainSnippet },
    Turned("http-snippet", "a", "") { $0.httpSnippet },
    Turned("server-snippet", "a", "") { $0.serverSnippet },
    Turned("location-snippet", "a", "") { $0.locationSnippet },
    Turned("stream-snippet", "a", "") { $0.streamSnippet },
    Turned("custom-http-errors", "404,503", "") {
      $0.errorStatuses.map(String.init).joined(separator: ",")
    },
  ]

  private static let lists: [Turned] = [
    .list("proxy-real-ip-cidr", from: "0.0.0.0/0") { $0.trustedProxies },
    .list("whitelist-source-range") { $0.allowedAddresses },
    .list("denylist-source-range") { $0.deniedAddresses },
    .list("block-cidrs") { $0.blockedCIDRs },
    .list("block-user-agents") { $0.blockedUserAgents },
    .list("block-referers") { $0.blockedReferers },
    .list("hide-headers") { $0.hidesHeaders },
    .list("no-tls-redirect-locations", from: "/.well-known/acme-challenge") {
      $0.noTLSRedirectPaths
    },
    .list("no-auth-locations", from: "/.well-known/acme-challenge") { $0.noAuthPaths },
    Turned("global-allowed-response-headers", "X-A,X-B", "") {
      $0.allowedResponseHeaders.joined(separator: ",")
    },
  ]

  @Test("follow their keys", arguments: [flags, numbers, texts, lists].joined().map(\.key))
  func follow(_ key: String) throws {
    let all = [Self.flags, Self.numbers, Self.texts, Self.lists].joined()
    let turned = try #require(all.first { $0.key == key })
    #expect(turned.told(ControllerSettings()) == turned.before)
    #expect(turned.told(read([key: turned.value])) == turned.after)
  }

  @Test("put the header of hsts together")
  func hsts() {
    #expect(
      ControllerSettings().strictTransportSecurity == "max-age=31536000; includeSubDomains")
    #expect(read(["hsts": "false"]).strictTransportSecurity == nil)
    let other = ["hsts-max-age": "9", "hsts-include-subdomains": "f", "hsts-preload": "1"]
    #expect(read(other).strictTransportSecurity == "max-age=9; preload")
  }

  @Test("put global authentication together, where a service is named")
  func globalAuth() {
    #expect(read(["global-auth-method": "GET"]).globalAuth == nil)
    let auth = read([
      "global-auth-url": "http://auth.example/", "global-auth-signin-redirect-param": "next",
      "global-auth-response-headers": "X-User, X-Group", "global-auth-cache-duration": "nonsense",
      "global-auth-always-set-cookie": "true",
    ]).globalAuth
    #expect(auth?.responseHeaders == ["X-User", "X-Group"])
    #expect(auth?.signinRedirectParam == "")
    #expect(auth?.cacheDuration == ["200 202 401 5m"])
    #expect(auth?.alwaysSetCookie == true)
    let signin = ["global-auth-url": "http://a/", "global-auth-signin": "http://a/s"]
    let parameter = ["global-auth-signin-redirect-param": " next "]
    #expect(read(signin.merging(parameter) { $1 }).globalAuth?.signinRedirectParam == "next")
    #expect(read(signin).globalAuth?.cacheDuration == [])
  }

  @Test(
    "read the risk level as the controller does",
    arguments: [
      ("Critical", AnnotationRisk.critical), ("critical", .critical), ("High", .high),
      ("MEDIUM", .medium), ("Low", .low), ("highest", .low), ("", .low),
    ])
  func risk(_ text: String, _ level: AnnotationRisk) {
    #expect(read(["annotations-risk-level": text]).riskLevel == level)
  }

  @Test("keep blanks around blocked words, and an empty word")
  func blockedWords() {
    #expect(ControllerSettings().blockedWords == [])
    #expect(read(["annotation-value-word-blocklist": "a, b,"]).blockedWords == ["a", " b", ""])
  }
}
