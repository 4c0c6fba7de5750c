import Routing

/// Who is let in, as nginx's own checks of addresses and passwords.
struct NginxAccess {
  let access: Access
  let scope: NginxScope

  func lines() throws(Unsaid) -> NginxLines {
    let denied = access.addresses.denied.map { "deny \($0);" }
    let allowed = access.addresses.allowed.map { "allow \($0);" }
    var lines = NginxLines(block: denied + allowed + (allowed.isEmpty ? [] : ["deny all;"]))
    if access.satisfiesAny { lines.block.append("satisfy any;") }
    if let credentials = access.credentials { lines += try passwords(credentials) }
    if let external = access.external { lines += try asking(external) }
    return lines
  }

  private func asking(_ external: ExternalAuthentication) throws(Unsaid) -> NginxLines {
    guard external.signin.isEmpty, external.method.isEmpty, external.responseHeaders.isEmpty else {
      throw Unsaid("authentication that changes requests or sends clients elsewhere")
    }
    guard !external.url.contains("$") else { throw Unsaid("an authentication with variables") }
    let place = "/_auth-\(scope.variable("asked").dropFirst())"
    let service = try NginxAddress(external.url)
    var lines = NginxLines(block: ["auth_request \(place);"], backends: [service.backend])
    lines.server = [
      "location = \(place) {", "  internal;", "  proxy_pass_request_body off;",
      "  proxy_set_header Content-Length \"\";", "  proxy_set_header Host \(service.host.quoted);",
      "  proxy_set_header X-Original-Method $request_method;",
      "  proxy_pass \(service.scheme)://\(scope.upstream(service.backend))\(service.rest);", "}",
    ]
    return lines
  }

  private func passwords(_ credentials: Credentials) throws(Unsaid) -> NginxLines {
    guard credentials.scheme == .basic, let users = credentials.users else {
      throw Unsaid("passwords that are digested or unknown")
    }
    let file = "users\(scope.variable("users").dropFirst())"
    return NginxLines(
      block: [
        "auth_basic \(credentials.realm.quoted);", "auth_basic_user_file \(scope.name)/\(file);",
        "proxy_set_header Authorization \"\";",
      ],
      files: [file: users.map { $0 + "\n" }.joined()])
  }
}
