import Patterns
import Routing

/// The condition of nginx's `if`: a variable, or a variable compared with a text or an expression.
struct SnippetCondition {
  let holds: Bool

  /// Nil where the condition asks for something that is not known here.
  init?(_ words: [String], _ passage: Passage) {
    var words = words
    guard let first = words.first, let last = words.last, first.hasPrefix("("), last.hasSuffix(")")
    else { return nil }
    words[0].removeFirst()
    words[words.count - 1].removeLast()
    words.removeAll(where: \.isEmpty)
    guard let name = words.first, name.hasPrefix("$"), let value = passage.filled(name) else {
      return nil
    }
    switch (words.count, words.dropFirst().first) {
    case (1, nil): holds = !value.isEmpty && value != "0"
    case (3, "="?), (3, "!="?):
      guard let other = passage.filled(words[2]) else { return nil }
      holds = (value == other) == (words[1] == "=")
    case (3, "~"?): holds = Self.fits(value, words[2], passage, caseless: false)
    case (3, "~*"?): holds = Self.fits(value, words[2], passage, caseless: true)
    case (3, "!~"?): holds = !Self.fits(value, words[2], passage, caseless: false)
    case (3, "!~*"?): holds = !Self.fits(value, words[2], passage, caseless: true)
    case _: return nil
    }
  }

  private static func fits(
    _ value: String, _ pattern: String, _ passage: Passage, caseless: Bool
  ) -> Bool {
    passage.received.expressions.found(pattern, in: Array(value.utf8), caseless ? .caseless : [])
  }
}

extension ReceivedRequest {
  /// Path and query before the proxy rewrites them: as sent, or for Envoy as normalised.
  fileprivate var sentTarget: String {
    switch reading.proxy {
    case .nginx: request.target
    case .envoy: String(decoding: target.forwarded, as: UTF8.self)
    }
  }
}

extension Passage {
  /// A text with its variables filled in; nil where one is not known here.
  func filled(_ text: String) -> String? {
    guard text.contains("$") else { return text }
    var result = ""
    var rest = text[...]
    while let sign = rest.firstIndex(of: "$") {
      result += rest[..<sign]
      rest = rest[rest.index(after: sign)...]
      let isBraced = rest.first == "{"
      if isBraced { rest.removeFirst() }
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      rest = rest.dropFirst(name.count + (isBraced ? 1 : 0))
      guard let value = variable(String(name)) else { return nil }
      result += value
    }
    return result + rest
  }

  private func variable(_ name: String) -> String? {
    if let value = variables[name] { return value }
    let target = received.target
    func header(_ prefix: String) -> String? {
      name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : nil
    }
    if name == "http_host" { return received.request.host }
    if let name = header("http_") { return received.headers.value(of: name) ?? "" }
    if let name = header("cookie_") { return received.headers.cookie(name) ?? "" }
    if let name = header("arg_") { return target.parameter(name) ?? "" }
    switch name {
    case "request_uri": return received.sentTarget
    case "escaped_request_uri":
      return String(
        decoding: PercentEncoding.component(received.sentTarget.utf8), as: UTF8.self)
    case "uri", "document_uri": return String(decoding: target.path, as: UTF8.self)
    case "args", "query_string": return String(decoding: target.query ?? [], as: UTF8.self)
    case "is_args": return target.query == nil ? "" : "?"
    case "host": return received.hostName
    case "request_method": return received.request.method
    case "scheme": return received.request.scheme.rawValue
    case "pass_access_scheme": return received.client.scheme.rawValue
    case "remote_addr", "the_real_ip": return received.client.address
    case "best_http_host": return received.client.host
    case _: return nil
    }
  }
}
