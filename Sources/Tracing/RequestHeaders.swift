import Routing

/// The headers of a request as the proxy lets conditions see them.
struct RequestHeaders {
  private let lines: [Header]
  private let proxy: RequestReading.Proxy

  /// Drops what nginx drops: names with anything but letters, digits and `-` (and `_` if told so).
  init(_ request: Request, _ reading: RequestReading) {
    proxy = reading.proxy
    lines = request.headers.filter { Self.isKept($0.name, reading) }
  }

  /// The value of a header, its lines joined; nil when it was not sent.
  func value(of name: String) -> String? {
    let values = values(of: name)
    return values.isEmpty ? nil : values.joined(separator: separator(name))
  }

  /// The value of a cookie, by nginx's `$cookie_name`: the first of its name, up to `;`.
  func cookie(_ name: String) -> String? {
    values(of: "cookie").lazy.compactMap { CookieHeader.value(of: name, in: $0) }.first
  }

  /// The headers as they go on to a backend, unless a route changes them.
  var passedOn: [Header] {
    let ended: Set<String> = ["connection", "content-length", "host", "proxy", "upgrade"]
    return lines.map { Header(ASCII.lower($0.name), Self.trimmed($0.value)) }
      .filter { !ended.contains($0.name) }
  }

  private func values(of name: String) -> [String] {
    let wanted = canonical(name)
    return lines.filter { canonical($0.name) == wanted }.map { Self.trimmed($0.value) }
  }

  /// nginx finds headers through variables, where `-` and `_` are one.
  private func canonical(_ name: String) -> String {
    let bytes = name.utf8.map(ASCII.lower)
    switch proxy {
    case .nginx:
      let dash = UInt8(ascii: "-")
      return String(decoding: bytes.map { $0 == UInt8(ascii: "_") ? dash : $0 }, as: UTF8.self)
    case .envoy: return String(decoding: bytes, as: UTF8.self)
    }
  }

  private func separator(_ name: String) -> String {
    switch proxy {
    case .nginx: ASCII.lower(name) == "cookie" ? "; " : ", "
    case .envoy: ","
    }
  }

  private static func isKept(_ name: String, _ reading: RequestReading) -> Bool {
    if reading.dropsUnderscoreHeaders, name.utf8.contains(UInt8(ascii: "_")) { return false }
    switch reading.proxy {
    case .nginx:
      guard reading.dropsInvalidHeaders else { return true }
      return name.utf8.allSatisfy { ASCII.isLetterOrDigit($0) || "-_".utf8.contains($0) }
    case .envoy: return true
    }
  }

  private static func trimmed(_ value: String) -> String {
    let isBlank = { (byte: UInt8) in byte == ASCII.space || byte == 9 }
    let tail = Array(value.utf8.drop(while: isBlank).reversed().drop(while: isBlank))
    return String(decoding: tail.reversed(), as: UTF8.self)
  }
}
