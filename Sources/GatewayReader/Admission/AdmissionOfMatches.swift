import GatewayAPI

extension Admission {
  static let methods: Set<String> = [
    "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH",
  ]

  static func check(_ match: HTTPRoute.Match, _ field: String) throws(Refusal) {
    if let path = match.path { try check(path, "\(field).path") }
    try check(values: match.headers, "\(field).headers", atMost: 4096)
    try require(
      match.headers.allSatisfy(\.value.isHeaderValue), "\(field).headers",
      "must have visible values")
    try check(values: match.queryParams, "\(field).queryParams", atMost: 1024)
    if let method = match.method {
      try require(methods.contains(method), "\(field).method", "must be a method in upper case")
    }
  }

  static func check(_ match: GRPCRoute.Match, _ field: String) throws(Refusal) {
    try check(values: match.headers, "\(field).headers", atMost: 4096)
    try require(
      match.headers.allSatisfy(\.value.isHeaderValue), "\(field).headers",
      "must have visible values")
    guard let method = match.method else { return }
    try require(
      !(method.service ?? "").isEmpty || !(method.method ?? "").isEmpty, "\(field).method",
      "must have service or method")
    guard method.type == .exact else { return }
    try require(
      method.service?.isProtobufName(dotted: true) ?? true, "\(field).method.service",
      "must be a gRPC service name")
    try require(
      method.method?.isProtobufName(dotted: false) ?? true, "\(field).method.method",
      "must be a gRPC method name")
  }

  private static func check(
    values: [HTTPRoute.Value], _ field: String, atMost length: Int
  ) throws(Refusal) {
    try require(values.count <= 16, field, "may have 16 items at most")
    try require(Set(values.map(\.name)).count == values.count, field, "must have unique names")
    for value in values {
      try require(value.name.isHeaderName, "\(field).name", "must be a token")
      try require(
        (1...length).contains(value.value.unicodeScalars.count), "\(field).value",
        "must have between 1 and \(length) characters")
    }
  }

  /// The CEL rules of `HTTPPathMatch`; regular expressions are free.
  private static func check(_ path: HTTPRoute.Path, _ field: String) throws(Refusal) {
    let text = path.value
    try require(text.unicodeScalars.count <= 1024, field, "may have 1024 characters at most")
    guard path.type != .regularExpression else { return }
    try require(text.hasPrefix("/"), field, "must start with '/'")
    for part in ["//", "/./", "/../", "%2f", "%2F", "#"] {
      try require(!text.contains(part), field, "must not contain '\(part)'")
    }
    try require(
      !text.hasSuffix("/..") && !text.hasSuffix("/."), field, "must not end with dot segments")
    try require(text.isPathText, field, "must only contain characters that a path may have")
  }
}

extension String {
  /// Letters, digits, `-/._~!$&'()*+,;=:@` and percent-encoded bytes.
  fileprivate var isPathText: Bool {
    let bytes = Array(utf8)
    return bytes.indices.allSatisfy { index in
      let byte = bytes[index]
      guard byte == UInt8(ascii: "%") else {
        return byte.isLetterOrDigit || "-/._~!$&'()*+,;=:@".utf8.contains(byte)
      }
      return bytes.dropFirst(index + 1).prefix(2).count(where: \.isHexDigit) == 2
    }
  }

  fileprivate func isProtobufName(dotted: Bool) -> Bool {
    let text = dotted && hasPrefix(".") ? String(dropFirst()) : self
    let parts = dotted ? text.split(separator: ".", omittingEmptySubsequences: false) : [text[...]]
    return parts.allSatisfy { part in
      guard let first = part.utf8.first, !(48...57).contains(first) else { return false }
      return part.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "_") }
    }
  }
}
