/// Where clients are sent whom an authentication service answers 401.
package struct SignIn: Hashable, Sendable {
  /// The address, in which nginx's variables stand for parts of the request.
  package var address: String

  package init(address: String) { self.address = address }
}

extension ExternalAuthentication {
  /// Where clients are sent to sign in; nil for nowhere.
  ///
  /// The address asked for is added under the parameter, unless the query names that itself
  /// (`buildAuthSignURL`).
  package var signInPage: SignIn? {
    guard !signin.isEmpty else { return nil }
    let query = signin.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
    let names = query.split(separator: "&").map { $0.prefix { $0 != "=" } }
    if names.contains(signinParameter[...]) { return SignIn(address: signin) }
    let separator = query.isEmpty ? "?" : "&"
    let asked = "$pass_access_scheme://$http_host$escaped_request_uri"
    return SignIn(address: "\(signin)\(separator)\(signinParameter)=\(asked)")
  }
}
