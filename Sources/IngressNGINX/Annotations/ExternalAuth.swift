import Routing

/// Lets another service decide who gets in (`authreq`).
enum ExternalAuth: AnnotationFamily {
  enum Key: String, CaseIterable {
    case url = "auth-url"
    case method = "auth-method"
    case signin = "auth-signin"
    case signinRedirectParameter = "auth-signin-redirect-param"
    case responseHeaders = "auth-response-headers"
    case proxySetHeaders = "auth-proxy-set-headers"
    case requestRedirect = "auth-request-redirect"
    case cacheKey = "auth-cache-key"
    case cacheDuration = "auth-cache-duration"
    case keepalive = "auth-keepalive"
    case keepaliveRequests = "auth-keepalive-requests"
    case keepaliveTimeout = "auth-keepalive-timeout"
    case keepaliveShareVariables = "auth-keepalive-share-vars"
    case alwaysSetCookie = "auth-always-set-cookie"
    case snippet = "auth-snippet"
  }

  struct Setting: FamilySetting, Hashable {
    /// Where each request is asked about; empty where no service is asked.
    var url = ""
    /// The host of the address without its port.
    var host = ""
    /// Empty where it is the client's.
    var method = ""
    /// Where a 401 sends the client; empty where it stays a 401.
    var signin = ""
    /// The parameter of the sign-in address that holds the original one.
    var signinRedirectParameter = "rd"
    /// Headers of the service's answer that replace those of the request.
    var responseHeaders: [String] = []
    /// Headers of the question to the service, by name.
    var proxySetHeaders: [Header] = []
    /// The value of `X-Auth-Request-Redirect`; empty for the request's own path and query.
    var requestRedirect = ""
    /// What the service's answers are kept by; empty where they are not kept.
    var cacheKey = ""
    /// Which statuses are kept for how long, for example `200 202 401 5m`.
    var cacheDurations = ["200 202 401 5m"]
    /// Idle connections to the service.
    var keepalive = 0
    var keepaliveRequests = 1000
    /// In seconds.
    var keepaliveTimeout = 60
    var sharesVariables = false
    /// The service's cookies are set on every status.
    var alwaysSetsCookie = false
    /// Text for nginx's own configuration.
    var snippet = ""
  }

  static let heading: String? = "external-authentication"

  /// The order is the controller's: the first value that costs more than itself decides.
  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    guard let url = try annotations.text(.url) else {
      annotations.ignoreAll(but: .url, openly: [.signin])
      return Setting()
    }
    var setting = Setting(url: url)
    let host = try host(of: url)
    setting.host = host.name
    setting.method = try annotations.text(.method) ?? ""
    setting.signin = try annotations.text(.signin) ?? ""
    setting.signinRedirectParameter = try annotations.text(.signinRedirectParameter) ?? "rd"
    setting.snippet = try annotations.text(.snippet) ?? ""
    setting.cacheKey = try annotations.text(.cacheKey) ?? ""
    try readKeepalive(&annotations, host, &setting)
    setting.cacheDurations = try cacheDurations(&annotations)
    setting.responseHeaders = try responseHeaders(&annotations)
    setting.proxySetHeaders = try proxySetHeaders(&annotations)
    setting.requestRedirect = try annotations.text(.requestRedirect) ?? ""
    setting.alwaysSetsCookie = try annotations.flag(.alwaysSetCookie) ?? false
    return setting
  }

  private static func host(of url: String) throws(Refusal) -> AddressHost {
    do {
      return try AddressHost(of: url)
    } catch {
      throw .denied(key: Key.url.rawValue, reason: error.rawValue)
    }
  }
}

extension IngressSettings {
  var externalAuth: ExternalAuth.Setting { self[ExternalAuth.self] }
}
