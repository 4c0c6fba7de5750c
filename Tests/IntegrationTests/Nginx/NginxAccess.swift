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
    guard external.method.isEmpty, external.responseHeaders.isEmpty else {
      throw Unsaid("authentication that changes requests")
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
    if let page = external.signInPage { lines += try signIn(page) }
    return lines
  }

  /// The page to sign in, in a location of its own.
  private func signIn(_ page: SignIn) throws(Unsaid) -> NginxLines {
    guard !page.address.contains("$escaped_request_uri") else {
      throw Unsaid("a variable of another module")
    }
    let place = "@signin-\(scope.variable("page").dropFirst())"
    let cookies = scope.variable("cookies")
    let address = page.address.replacing("$pass_access_scheme", with: "$scheme")
    return NginxLines(
      block: [
        "error_page 401 = \(place);", "auth_request_set \(cookies) $upstream_http_set_cookie;",
      ],
      server: [
        "location \(place) {", "  internal;", "  add_header Set-Cookie \(cookies);",
        "  return 302 \(address.quoted);", "}",
      ])
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
