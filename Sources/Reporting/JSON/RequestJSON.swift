import Gatewright

extension JSON {
  /// A request with all its fields; those that have their usual value are left out at the end.
  init(_ request: RequestProbe) {
    self = .object(
      [
        Member("method", .string(request.method)),
        Member("scheme", .string(request.scheme.rawValue)),
        Member("host", .string(request.host)),
        Member("target", .string(request.target)),
        Member(
          "headers",
          .array(request.headers.map { .array([.string($0.name), JSON($0.value)]) })),
      ] + Self.rarities(of: request))
  }

  private static func rarities(of request: RequestProbe) -> [Member] {
    var members: [Member] = []
    if let port = request.port { members.append(Member("port", .integer(port))) }
    switch request.serverName {
    case .ofHost: break
    case .absent: members.append(Member("sni", .null))
    case .name(let name): members.append(Member("sni", .string(name)))
    }
    if request.bodyLength > 0 { members.append(Member("bodyLength", .integer(request.bodyLength))) }
    if let answer = request.backendAnswer {
      members.append(Member("backendStatus", .integer(answer.status)))
      let lines = answer.headers.map { JSON.array([.string($0.name), JSON($0.value)]) }
      if !lines.isEmpty { members.append(Member("backendHeaders", .array(lines))) }
    }
    if !request.authenticationAnswers.isEmpty {
      let answers = request.authenticationAnswers.sorted { $0.key < $1.key }
      members.append(
        Member("authAnswers", .object(answers.map { Member($0.key, .integer($0.value.status)) })))
    }
    if let backend = request.stickyCookieFrom {
      members.append(Member("stickyCookieFrom", .string(backend)))
    }
    if let login = request.login { members.append(Member("login", .string(login))) }
    if request.clientAddress != RequestProbe(host: "").clientAddress {
      members.append(Member("clientAddress", .string(request.clientAddress)))
    }
    if request.clientCertificate != .absent {
      members.append(Member("clientCertificate", .string(request.clientCertificate.rawValue)))
    }
    if let gateway = request.gateway {
      members.append(Member("gateway", .string(gateway.description)))
    }
    return members
  }

  /// Headers by lower-case name: repeated ones joined, `set-cookie` as a list, removed ones null.
  static func headers(_ lines: [HeaderLine]) -> JSON {
    var values: [String: [String?]] = [:]
    for line in lines { values[line.name.lowercased(), default: []].append(line.value) }
    return .object(
      values.sorted { $0.key < $1.key }.map { name, values in
        let texts = values.compactMap { $0 }
        if name == "set-cookie" { return Member(name, .array(texts.map { .string($0) })) }
        return Member(name, texts.isEmpty ? .null : .string(texts.joined(separator: ", ")))
      })
  }
}
