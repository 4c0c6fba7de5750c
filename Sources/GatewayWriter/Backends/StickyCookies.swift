import GatewayAPI
import Routing

extension DestinationRule.HashCookie {
  /// The cookie of a whole port: one path for all locations, and Secure where no request comes
  /// over plain HTTP.
  init(_ cookie: StickyCookie, isSecureOnly: Bool) {
    var attributes: [Pair] = []
    if let domain = cookie.domain { attributes.append(Pair("Domain", domain)) }
    if cookie.isAlwaysSecure || isSecureOnly { attributes.append(Pair("Secure", "")) }
    if let sameSite = cookie.sameSite { attributes.append(Pair("SameSite", sameSite)) }
    self.init(
      name: cookie.name, path: commonPath(cookie.paths), ttl: "\(cookie.lifetime ?? 0)s",
      attributes: attributes)
  }

  /// The attributes as Envoy writes them; it always adds `HttpOnly`.
  var written: [String] {
    let lifetime = ttl.flatMap { $0 == "0s" ? nil : "Max-Age=\($0.dropLast())" }
    return [lifetime, path.map { "Path=\($0)" }].compactMap(\.self)
      + attributes.map { $0.value.isEmpty ? $0.name : "\($0.name)=\($0.value)" } + ["HttpOnly"]
  }
}

/// The longest path, by whole elements, that is a prefix of all.
private func commonPath(_ paths: [String]) -> String {
  guard let first = paths.first else { return "/" }
  guard paths.contains(where: { $0 != first }) else { return first }
  let elements = paths.map { $0.split(separator: "/", omittingEmptySubsequences: false) }
  var common = elements[0]
  for other in elements.dropFirst() {
    common = Array(zip(common, other).prefix { $0 == $1 }.map(\.0))
  }
  let path = common.joined(separator: "/")
  return path.isEmpty ? "/" : path
}
