import GatewayAPI
import Routing

/// A header as a modifier can say it.
struct SpokenHeader {
  /// Nil where it cannot be said.
  var pair: Pair?
  /// Why it cannot be said, in words; nil where it can.
  var problem: String?

  /// Takes a value that is meant as it stands: a percent sign is no command for Envoy.
  init(_ header: Header) {
    self.init(Self.capitalised(header.name), header.value.replacing("%", with: "%%"))
  }

  /// A name as people write it: `X-Team` for `x-team`.
  private static func capitalised(_ name: String) -> String {
    guard name == name.lowercased() else { return name }
    return name.split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: "-")
  }

  /// Takes a value in which Envoy fills in its commands.
  init(_ name: String, _ value: String) {
    if !isHeaderName(name) {
      problem = "\(name) is no name of a header"
    } else if !isHeaderValue(value) {
      problem = "\(name) has a value that no modifier can hold"
    } else {
      pair = Pair(name, value)
    }
  }
}

/// Whether Gateway API takes a text for the name of a header (`HTTPHeaderName`).
func isHeaderName(_ text: String) -> Bool {
  !text.isEmpty && text.utf8.count <= 256 && text.utf8.allSatisfy(isTokenByte)
}

/// Whether both channels of Gateway API take a text for the value of a header: visible ASCII with
/// single blanks inside (`HTTPHeaderValue`).
func isHeaderValue(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  guard !bytes.isEmpty, bytes.count <= 4096 else { return false }
  let isVisible = bytes.map { (0x21...0x7E).contains($0) }
  return bytes.indices.allSatisfy { index in
    if isVisible[index] { return true }
    let isInside = index > 0 && index + 1 < bytes.count
    return isInside && [0x09, 0x20].contains(bytes[index]) && isVisible[index - 1]
      && isVisible[index + 1]
  }
}

extension HTTPRoute.HeaderModifier {
  /// The most headers that one list holds.
  static let limit = 16

  /// Sets a header in place of one of the same name; false where the list is full.
  mutating func replace(_ pair: Pair) -> Bool {
    let name = pair.name.lowercased()
    remove.removeAll { $0.lowercased() == name }
    add.removeAll { $0.name.lowercased() == name }
    if let index = self.set.firstIndex(where: { $0.name.lowercased() == name }) {
      self.set[index] = pair
      return true
    }
    guard self.set.count < Self.limit else { return false }
    self.set.append(pair)
    return true
  }

  /// Adds a header beside what the backend sends; false where the list is full or has the name.
  mutating func append(_ pair: Pair) -> Bool {
    let name = pair.name.lowercased()
    let isTaken = add.contains { $0.name.lowercased() == name }
    guard !isTaken, add.count < Self.limit else { return false }
    add.append(pair)
    return true
  }

  /// Takes a header away; false where the list is full.
  mutating func take(_ name: String) -> Bool {
    let key = name.lowercased()
    self.set.removeAll { $0.name.lowercased() == key }
    add.removeAll { $0.name.lowercased() == key }
    guard !remove.contains(where: { $0.lowercased() == key }) else { return true }
    guard remove.count < Self.limit else { return false }
    remove.append(name)
    return true
  }
}

extension RouteSpeaker {
  /// The headers of every answer over https (ingress-nginx's `hsts`), which what the server answers
  /// before it chooses a location does not carry.
  mutating func sayListenerHeaders() {
    guard side == .https, !route.isServerLevel else { return }
    for header in context.secureHeaders {
      guard let pair = SpokenHeader(header).pair else { continue }
      _ = speech.responseHeaders.replace(pair)
    }
  }

  /// Headers of the answer: `custom-headers`, and the ConfigMap's `add-headers`.
  mutating func sayResponseHeaders(_ change: HeaderChange) {
    said(.responseHeaders)
    for header in change.set {
      let spoken = SpokenHeader(header)
      guard let pair = spoken.pair else {
        lose(.responseHeaders, because: "\(spoken.problem ?? "").")
        continue
      }
      if !speech.responseHeaders.replace(pair) { loseToLimit(.responseHeaders, pair.name) }
    }
  }

  /// Headers on the way to the backend: the ConfigMap's `proxy-set-headers`.
  mutating func sayRequestHeaders(_ change: HeaderChange) {
    said(.requestHeaders)
    for header in change.set {
      if let problem = setRequestHeader(header.name, header.value) {
        lose(.requestHeaders, because: "\(problem).")
      }
    }
  }

  /// Sets a header on the way to the backend; why not, where that cannot be said.
  mutating func setRequestHeader(_ name: String, _ value: String) -> String? {
    guard let format = VariableText(value).format else {
      return "\(name) holds a variable that Envoy does not know, `\(value)`"
    }
    if name.lowercased() == "host" {
      return value.contains("$") ? "Host holds a variable, `\(value)`" : setHost(value)
    }
    let spoken = SpokenHeader(name, format)
    guard let pair = spoken.pair else { return spoken.problem ?? "" }
    return speech.requestHeaders.replace(pair) ? nil : "\(name) is one too many"
  }

  /// The part of the path that a rewrite cut off (`x-forwarded-prefix`).
  mutating func sayForwardedPrefix(_ prefix: String) {
    let text = rewrite.map { $0.withoutAbsentGroups(prefix) } ?? prefix
    guard !text.contains("$") else {
      lose(.forwardedPrefix, because: "A header cannot hold groups of the path's expression.")
      return
    }
    let spoken = SpokenHeader(Header("X-Forwarded-Prefix", text))
    guard let pair = spoken.pair, speech.requestHeaders.replace(pair) else {
      lose(.forwardedPrefix, because: spoken.problem.map { "\($0)." } ?? "")
      return
    }
    said(.forwardedPrefix)
  }

  private mutating func loseToLimit(_ topic: Topic, _ name: String) {
    lose(
      topic,
      because: "A filter holds \(HTTPRoute.HeaderModifier.limit) headers; \(name) is one more.")
  }
}
