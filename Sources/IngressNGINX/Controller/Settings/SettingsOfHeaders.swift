/// What the ConfigMap says about headers and about who the client is; each property names its key.
extension ControllerSettings {
  /// `enable-underscores-in-headers`.
  var keepsUnderscoreHeaders: Bool { flag("enable-underscores-in-headers") }
  /// `ignore-invalid-headers`.
  var ignoresInvalidHeaders: Bool { flag("ignore-invalid-headers") }
  /// `use-forwarded-headers`.
  var usesForwardedHeaders: Bool { flag("use-forwarded-headers") }
  /// `compute-full-forwarded-for`.
  var computesFullForwardedFor: Bool { flag("compute-full-forwarded-for") }
  /// `forwarded-for-header`.
  var forwardedForHeader: String { text("forwarded-for-header") }
  /// `forwarded-host-header`.
  var forwardedHostHeader: String { text("forwarded-host-header") }
  /// `proxy-real-ip-cidr`: who is believed about the client's address.
  var trustedProxies: [String] { texts("proxy-real-ip-cidr") }
  /// `enable-real-ip`.
  var enablesRealIP: Bool { flag("enable-real-ip") }
  /// `use-proxy-protocol`.
  var usesProxyProtocol: Bool { flag("use-proxy-protocol") }
  /// `generate-request-id`.
  var generatesRequestID: Bool { flag("generate-request-id") }
  /// `proxy-add-original-uri-header`.
  var addsOriginalURIHeader: Bool { flag("proxy-add-original-uri-header") }
  /// `proxy-set-headers`: a ConfigMap, `namespace/name`; empty for none.
  var proxySetHeaders: String { text("proxy-set-headers") }
  /// `add-headers`: a ConfigMap, `namespace/name`; empty for none.
  var addHeaders: String { text("add-headers") }
  /// `hide-headers`.
  var hidesHeaders: [String] { texts("hide-headers") }
  /// `global-allowed-response-headers`: what `custom-headers` may set.
  var allowedResponseHeaders: [String] { texts("global-allowed-response-headers") }
  /// `allow-backend-server-header`.
  var allowsBackendServerHeader: Bool { flag("allow-backend-server-header") }
  /// `server-tokens`.
  var showsServerTokens: Bool { flag("server-tokens") }
}
