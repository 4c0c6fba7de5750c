extension RequestProbe {
  /// A shell command that sends the request to the proxy at `$ADDRESS`, whatever DNS says.
  public var curl: String {
    var words = ["curl -sik --path-as-is"]
    if method == "HEAD" { words.append("--head") }
    if method != "GET", method != "HEAD" { words.append("-X \(method)") }
    words.append("--connect-to \"::$ADDRESS:\"")
    for header in headers {
      guard let value = header.value else { continue }
      words.append(
        "-H " + Self.quoted(value.isEmpty ? "\(header.name);" : "\(header.name): \(value)"))
    }
    if bodyLength > 0 {
      words.append("--data-binary \"$(head -c \(bodyLength) /dev/zero | tr '\\0' x)\"")
    }
    words.append(Self.quoted("\(scheme.rawValue)://\(host)\(target)"))
    return words.joined(separator: " ") + beyondCurl.map { "  # \($0)" }.joined()
  }

  /// What a command line cannot say of the request, in words.
  private var beyondCurl: [String] {
    var words: [String] = []
    if clientAddress != RequestProbe(host: "").clientAddress {
      words.append("sent from the address \(clientAddress)")
    }
    if let stickyCookieFrom { words.append("with the session cookie of \(stickyCookieFrom)") }
    if let login { words.append("with Authorization: \(login) and the right password") }
    switch clientCertificate {
    case .absent: break
    case .trusted: words.append("with --cert and --key of a client that is trusted")
    case .untrusted: words.append("with --cert and --key of a client that nobody knows")
    }
    if let status = authenticationAnswers.values.map(\.status).max() {
      words.append("where the authentication service answers \(status)")
    }
    if let answer = backendAnswer {
      let headers = answer.headers.map { "\($0.name): \($0.value ?? "")" }
      words.append(
        "where the backend answers "
          + ([String(answer.status)] + headers).joined(separator: ", "))
    }
    return words
  }

  /// The text as one word of a POSIX shell.
  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
