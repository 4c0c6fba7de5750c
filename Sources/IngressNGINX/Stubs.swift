// Stand-ins for families and settings that are being written: whoever lands one deletes its lines here.
import Kubernetes
enum BasicAuth {
  struct Setting {
    var isOn = false; var isDigest = false; var secret: ObjectName?; var usesMap = false;
    var realm = ""
  }
}
enum ExternalAuth {
  struct Setting {
    var url = ""; var method = ""; var signin = ""; var signinRedirectParameter = "rd";
    var responseHeaders: [String] = []
  }
}
enum ClientCertificates {
  enum Verification { case on, off, optional, optionalNoCA }
  struct Setting: Sendable {
    var secret: ObjectName?; var hasAuthority = false; var verification = Verification.on;
    var matchCN = ""; var fault: String?
  }
}
enum BackendTLS { struct Setting: Sendable { var secret: ObjectName? } }
enum RateLimit {
  struct Setting {
    var perSecond = 0; var perMinute = 0; var burstMultiplier = 5; var connections = 0;
    var allowed: [String] = []
  }
}
enum Mirror { struct Setting { var target = ""; var host = ""; var copiesBody = true } }
struct H { var name: String; var value: String }
struct SX {
  var isAny = false; var isEnabled = true; var names: [String] = []; var headers: [H] = [];
  var configuration = ""; var server = ""; var ciphers = ""; var prefersServerCiphers: Bool?;
  var isOn = false; var text = "HTTP"; var limit: String?; var value = ""; var from: String?;
  var to: String?; var domain: String?; var path: String?
}
extension IngressSettings {
  var basicAuth: BasicAuth.Setting { .init() }
  var externalAuth: ExternalAuth.Setting { .init() }
  var clientCertificates: ClientCertificates.Setting { .init() }
  var backendTLS: BackendTLS.Setting { .init() }
  var rateLimit: RateLimit.Setting { .init() }
  var mirror: Mirror.Setting { .init() }
  var satisfy: SX { .init() }
  var globalAuth: SX { .init() }
  var alias: SX { .init() }
  var snippets: SX { .init() }
  var serverTLS: SX { .init() }
  var tlsPassthrough: SX { .init() }
  var customHeaders: SX { .init() }
}
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
extension Family {
  static let clientCertificates = Family.canary; static let backendTLS = Family.canary
}
