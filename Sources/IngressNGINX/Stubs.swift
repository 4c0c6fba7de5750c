// Stand-ins for families and settings that are being written: whoever lands one deletes its lines here.
struct GA {
  var url = ""; var method = ""; var signin = ""; var signinRedirectParam = "";
  var responseHeaders: [String] = []
}
extension ControllerSettings {
  var serviceUpstream: Bool { false }
  var bodySize: String { "1m" }
  var readTimeout: Int { 60 }
  var blockedCIDRs: [String] { [] }
  var blockedUserAgents: [String] { [] }
  var blockedReferers: [String] { [] }
  var noAuthPaths: [String] { [] }
  var requestLimitStatus: Int { 503 }
  var connectionLimitStatus: Int { 503 }
  var globalAuth: GA { .init() }
  var locationSnippet: String { "" }
  var serverSnippet: String { "" }
  var proxySSLLocationOnly: Bool { false }
  var ignoresInvalidHeaders: Bool { true }
  var addsOriginalURIHeader: Bool { false }
  var usesForwardedHeaders: Bool { false }
  var enablesRealIP: Bool { false }
  var forwardedForHeader: String { "" }
  var forwardedHostHeader: String { "" }
  var trustedProxies: [String] { [] }
  var computesFullForwardedFor: Bool { false }
  var addHeaders: String { "" }
  var proxySetHeaders: String { "" }
  var proxyRedirectFrom: String { "off" }
  var proxyRedirectTo: String { "off" }
  var proxyCookieDomain: String { "off" }
  var proxyCookiePath: String { "off" }
}
extension ControllerOptions {
  var httpPort: Int { 80 }
  var httpsPort: Int { 443 }
  var enablesSSLPassthrough: Bool { false }
}
import Evidence
struct CV { var text = ""; var isWritten = false; var place: Place? }
extension ControllerSettings { func value(of key: String) -> CV? { CV() } }
