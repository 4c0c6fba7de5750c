extension RequestTarget {
  /// Cuts `scheme://authority` off an absolute-form target; nginx takes any scheme
  /// (`ngx_http_parse_request_line`).
  static func splitNginx(_ bytes: [UInt8]) throws(Refusal) -> (authority: String?, origin: [UInt8])
  {
    let scheme = bytes.prefix { ASCII.isLetterOrDigit($0) || "+.-".utf8.contains($0) }
    let rest = bytes.dropFirst(scheme.count)
    guard let first = scheme.first, ASCII.isLetterOrDigit(first), !ASCII.isDigit(first),
      rest.starts(with: "://".utf8)
    else { return (nil, bytes) }
    let text = rest.dropFirst(3).prefix { $0 != ASCII.slash && $0 != ASCII.question }
    let authority = String(decoding: text, as: UTF8.self)
    guard isNginx(authority: authority) else {
      throw Refusal(reason: "invalid host in the target")
    }
    let path = Array(rest.dropFirst(3 + text.count))
    return (authority, path.first == ASCII.slash ? path : [ASCII.slash] + path)
  }

  /// Letters, digits, `.` and `-`, or an address in brackets; then a port.
  private static func isNginx(authority: String) -> Bool {
    let host = HostName.withoutPort(authority)
    let port = authority.dropFirst(host.count)
    let isName = host.utf8.allSatisfy { ASCII.isLetterOrDigit($0) || ".-".utf8.contains($0) }
    let isPort =
      port.isEmpty || (port.hasPrefix(":") && port.utf8.dropFirst().allSatisfy(ASCII.isDigit))
    return (isName || host.hasPrefix("[")) && isPort
  }
}
