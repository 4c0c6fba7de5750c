/// What the ConfigMap says about redirects and other answers; each property names its key.
extension ControllerSettings {
  /// `ssl-redirect`.
  var redirectsToHTTPS: Bool { flag("ssl-redirect") }
  /// `force-ssl-redirect`.
  var forcesHTTPS: Bool { flag("force-ssl-redirect") }
  /// `http-redirect-code`.
  var redirectStatus: Int { integer("http-redirect-code") }
  /// `preserve-trailing-slash`.
  var preservesTrailingSlash: Bool { flag("preserve-trailing-slash") }
  /// `use-port-in-redirects`.
  var usesPortInRedirects: Bool { flag("use-port-in-redirects") }
  /// `relative-redirects`.
  var relativeRedirects: Bool { flag("relative-redirects") }
  /// `no-tls-redirect-locations`: Ingress paths that start with one are never redirected to https.
  var noTLSRedirectPaths: [String] { locations("no-tls-redirect-locations") }
  /// `no-auth-locations`: Ingress paths that start with one ask for no authentication.
  var noAuthPaths: [String] { locations("no-auth-locations") }
  /// `hsts` and its companions: the header `Strict-Transport-Security`; nil where it is off.
  var strictTransportSecurity: String? {
    guard flag("hsts") else { return nil }
    return "max-age=\(text("hsts-max-age"))"
      + (flag("hsts-include-subdomains") ? "; includeSubDomains" : "")
      + (flag("hsts-preload") ? "; preload" : "")
  }
  /// `custom-http-errors`.
  var errorStatuses: [Int] { texts("custom-http-errors").compactMap(decimal) }
  /// `disable-proxy-intercept-errors`.
  var disablesInterception: Bool { flag("disable-proxy-intercept-errors") }
  /// `limit-req-status-code`.
  var requestLimitStatus: Int { integer("limit-req-status-code") }
  /// `limit-conn-status-code`.
  var connectionLimitStatus: Int { integer("limit-conn-status-code") }
  /// `disable-access-log` and `disable-http-access-log`: either switches the log off.
  var writesAccessLog: Bool { !flag("disable-access-log") && !flag("disable-http-access-log") }
  /// `default-type`.
  var defaultType: String { text("default-type") }
  /// `use-gzip`.
  var usesGzip: Bool { flag("use-gzip") }
  /// `enable-brotli`.
  var usesBrotli: Bool { flag("enable-brotli") }

  /// The entries of a comma list that stays one text (`template.isLocationInLocationList`).
  private func locations(_ key: String) -> [String] {
    text(key).split(separator: ",").map { part in
      var part = part.drop { $0 == " " }
      while part.last == " " { part.removeLast() }
      return String(part)
    }.filter { !$0.isEmpty }
  }
}
