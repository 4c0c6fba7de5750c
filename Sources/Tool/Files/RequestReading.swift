import Gatewright
import Reporting

/// What keeps a JSON object from being a request.
struct UnlikeRequest: Error {
  var message: String
}

extension RequestProbe {
  /// Reads a request; only the host has to be there, and a client is where the request does not say.
  init(_ json: JSON, from client: String?) throws(UnlikeRequest) {
    guard let host = try json.text("host") else {
      throw UnlikeRequest(message: "the request has no \"host\"")
    }
    self.init(host: host)
    if let method = try json.text("method") { self.method = method }
    if let scheme = try json.text("scheme") {
      guard let scheme = Scheme(rawValue: scheme) else {
        throw UnlikeRequest(message: "\"scheme\" is neither \"http\" nor \"https\"")
      }
      self.scheme = scheme
    }
    if let target = try json.text("target") { self.target = target }
    if let address = try json.text("clientAddress") ?? client { clientAddress = address }
    headers = try json.headerLines("headers")
    bodyLength = try json.integer("bodyLength") ?? 0
    port = try json.integer("port")
    stickyCookieFrom = try json.text("stickyCookieFrom")
    login = try json.text("login")
    if let word = try json.text("clientCertificate") {
      guard let certificate = ClientCertificate(rawValue: word) else {
        throw UnlikeRequest(message: "\"clientCertificate\" is neither trusted nor untrusted")
      }
      clientCertificate = certificate
    }
    gateway = try json.text("gateway").flatMap { QualifiedName($0) }
    if let name = json["sni"] { serverName = name == .null ? .absent : .ofHost }
    if let name = try json.text("sni") { serverName = .name(name) }
    for (service, status) in try json.integers("authAnswers") {
      authenticationAnswers[service] = ServerAnswer(status: status)
    }
    if let status = try json.integer("backendStatus") {
      backendAnswer = ServerAnswer(
        status: status, headers: try json.headerLines("backendHeaders"))
    }
  }
}

extension JSON {
  /// The string of a key; nil where it is missing or null.
  func text(_ key: String) throws(UnlikeRequest) -> String? {
    switch self[key] {
    case nil, .null?: return nil
    case .string(let text)?: return text
    case .bool?, .integer?, .number?, .array?, .object?:
      throw UnlikeRequest(message: "\"\(key)\" is not a string")
    }
  }

  /// The whole number of a key; nil where it is missing or null.
  func integer(_ key: String) throws(UnlikeRequest) -> Int? {
    switch self[key] {
    case nil, .null?: return nil
    case .integer(let number)?: return number
    case .bool?, .number?, .string?, .array?, .object?:
      throw UnlikeRequest(message: "\"\(key)\" is not a whole number")
    }
  }

  /// The whole numbers of an object by their keys.
  func integers(_ key: String) throws(UnlikeRequest) -> [(String, Int)] {
    guard let value = self[key], value != .null else { return [] }
    guard case .object(let members) = value else {
      throw UnlikeRequest(message: "\"\(key)\" is not an object")
    }
    var numbers: [(String, Int)] = []
    for member in members {
      guard let number = try value.integer(member.key) else { continue }
      numbers.append((member.key, number))
    }
    return numbers
  }

  /// The pairs of name and value of a key.
  func headerLines(_ key: String) throws(UnlikeRequest) -> [HeaderLine] {
    guard let headers = self[key], headers != .null else { return [] }
    var lines: [HeaderLine] = []
    guard case .array(let pairs) = headers else {
      throw UnlikeRequest(message: "\"\(key)\" is not a list of pairs")
    }
    for pair in pairs {
      guard case .array(let parts) = pair, parts.count == 2, case .string(let name)? = parts.first,
        case .string(let value)? = parts.last
      else { throw UnlikeRequest(message: "\"\(key)\" is not a list of pairs of strings") }
      lines.append(HeaderLine(name, value))
    }
    return lines
  }
}
