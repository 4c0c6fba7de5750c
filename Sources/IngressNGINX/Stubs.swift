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
extension Family {
  static let clientCertificates = Family.canary; static let backendTLS = Family.canary
}
