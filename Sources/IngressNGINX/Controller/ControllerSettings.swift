import Kubernetes

/// What the controller's ConfigMap decides; the plain initialiser is an empty ConfigMap.
struct ControllerSettings: Sendable {
  var redirectsToHTTPS = true
  var forcesHTTPS = false
  var redirectStatus = 308
  var preservesTrailingSlash = false
  var usesPortInRedirects = false
  var relativeRedirects = false
  /// Ingress paths that start with one of these are never redirected to https.
  var noTLSRedirectPaths = ["/.well-known/acme-challenge"]
  var strictTransportSecurity: String? = "max-age=31536000; includeSubDomains"
  var loadBalancing = "round_robin"
  /// In seconds.
  var connectTimeout = 5
  var keepsUnderscoreHeaders = false
  var allowedAddresses: [String] = []
  var deniedAddresses: [String] = []
  var errorStatuses: [Int] = []
  /// The five snippet annotations are accepted at all (`annotations-risk-level: Critical`).
  var acceptsCriticalAnnotations = false
  /// Keys that were written and are not read here, in the order of the manifest.
  var unread: [Annotation] = []
  /// Keys whose values cannot be used.
  var unusable: [Annotation] = []
}

extension ControllerSettings {
  /// Reads the ConfigMap as `template.ReadConfig` does: what cannot be used keeps its default.
  init(_ configMap: ConfigMap?) {
    self.init()
    guard let configMap else { return }
    var hsts = StrictTransportSecurity()
    for entry in configMap.data where !read(entry, &hsts) { unread.append(entry) }
    strictTransportSecurity = hsts.header
  }

  /// Takes one entry; false where the key is not read here.
  private mutating func read(_ entry: Annotation, _ hsts: inout StrictTransportSecurity) -> Bool {
    switch entry.key {
    case "ssl-redirect": take(entry, boolean, \.redirectsToHTTPS)
    case "force-ssl-redirect": take(entry, boolean, \.forcesHTTPS)
    case "http-redirect-code": take(entry, redirectCode, \.redirectStatus)
    case "preserve-trailing-slash": take(entry, boolean, \.preservesTrailingSlash)
    case "use-port-in-redirects": take(entry, boolean, \.usesPortInRedirects)
    case "no-tls-redirect-locations": take(entry, list, \.noTLSRedirectPaths)
    case "load-balance": take(entry, { $0 }, \.loadBalancing)
    case "proxy-connect-timeout": take(entry, decimal, \.connectTimeout)
    case "enable-underscores-in-headers": take(entry, boolean, \.keepsUnderscoreHeaders)
    case "whitelist-source-range": take(entry, addresses, \.allowedAddresses)
    case "denylist-source-range": take(entry, addresses, \.deniedAddresses)
    case "custom-http-errors": take(entry, IngressNGINX.errorStatuses, \.errorStatuses)
    case "annotations-risk-level":
      take(entry, { $0.lowercased() == "critical" }, \.acceptsCriticalAnnotations)
    case "hsts": hsts.isOn = boolean(entry.value) ?? note(entry, hsts.isOn)
    case "hsts-max-age":
      hsts.maxAge = decimal(entry.value).map(String.init) ?? note(entry, hsts.maxAge)
    case "hsts-include-subdomains":
      hsts.includesSubdomains = boolean(entry.value) ?? note(entry, hsts.includesSubdomains)
    case "hsts-preload": hsts.preloads = boolean(entry.value) ?? note(entry, hsts.preloads)
    default: return false
    }
    return true
  }

  private mutating func take<Value>(
    _ entry: Annotation, _ parse: (String) -> Value?,
    _ field: WritableKeyPath<ControllerSettings, Value>
  ) {
    self[keyPath: field] = parse(entry.value) ?? note(entry, self[keyPath: field])
  }

  /// Remembers that a value cannot be used, and keeps what was there.
  private mutating func note<Value>(_ entry: Annotation, _ kept: Value) -> Value {
    unusable.append(entry)
    return kept
  }
}

/// The parts of the header `Strict-Transport-Security`.
private struct StrictTransportSecurity {
  var isOn = true
  var maxAge = "31536000"
  var includesSubdomains = true
  var preloads = false

  var header: String? {
    guard isOn else { return nil }
    return "max-age=\(maxAge)" + (includesSubdomains ? "; includeSubDomains" : "")
      + (preloads ? "; preload" : "")
  }
}

/// The statuses that `http-redirect-code` may name.
private func redirectCode(_ text: String) -> Int? {
  decimal(text).flatMap { [301, 302, 307, 308].contains($0) ? $0 : nil }
}

private func list(_ text: String) -> [String]? {
  text.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
}

private func addresses(_ text: String) -> [String]? {
  list(text).flatMap { $0.allSatisfy(isAddressRange) ? $0 : nil }
}
