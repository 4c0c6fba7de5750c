import Routing

/// A header value as Envoy fills it in: `%COMMAND%` becomes a value, `%%` a percent sign.
///
/// Commands whose values only the live proxy knows stay as they are written.
struct FormatText {
  let source: String
  let received: ReceivedRequest

  /// The value for this request; nil where nothing is left, for which Envoy sets no header.
  var value: String? {
    var result = ""
    var rest = source[...]
    while let sign = rest.firstIndex(of: "%") {
      result += rest[..<sign]
      rest = rest[rest.index(after: sign)...]
      guard let end = rest.firstIndex(of: "%") else {
        result += "%"
        continue
      }
      let command = String(rest[..<end])
      result += command.isEmpty ? "%" : filled(command) ?? "%\(command)%"
      rest = rest[rest.index(after: end)...]
    }
    result += rest
    return result.isEmpty ? nil : result
  }

  private func filled(_ command: String) -> String? {
    let (text, length) = Self.cut(command)
    let value = argument(of: "REQ", in: text).map(requestValue) ?? plain(text)
    return value.map { String($0.prefix(length ?? Int.max)) }
  }

  private func plain(_ command: String) -> String? {
    switch command {
    case "PROTOCOL": "HTTP/1.1"
    case "DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT",
      "DOWNSTREAM_DIRECT_REMOTE_ADDRESS_WITHOUT_PORT":
      received.request.clientAddress
    case "DOWNSTREAM_LOCAL_PORT": String(ReceivedRequest.port(of: received.request))
    case "REQUESTED_SERVER_NAME": ReceivedRequest.serverName(of: received.request)
    case _: nil
    }
  }

  /// `%REQ(NAME?OTHER)%`: a header, or another where the first was not sent.
  private func requestValue(_ argument: String) -> String {
    let names = argument.split(separator: "?").prefix(2).map { String($0) }
    return names.lazy.compactMap(header).first ?? ""
  }

  private func header(_ name: String) -> String? {
    switch ASCII.lower(name) {
    case ":path": String(decoding: received.target.forwarded, as: UTF8.self)
    case ":authority", "host": received.authority
    case ":method": received.request.method
    case ":scheme": received.request.scheme.rawValue
    case let other: received.headers.value(of: other)
    }
  }

  private func argument(of name: String, in command: String) -> String? {
    guard command.hasPrefix("\(name)("), command.hasSuffix(")") else { return nil }
    return String(command.dropFirst(name.count + 1).dropLast())
  }

  /// The command without the length after its last colon, and the length.
  private static func cut(_ command: String) -> (text: String, length: Int?) {
    guard let colon = command.lastIndex(of: ":"), !command.hasSuffix(")"),
      let length = Int(command[command.index(after: colon)...]), length >= 0
    else { return (command, nil) }
    return (String(command[..<colon]), length)
  }
}
