import Routing

extension RouteSpeaker {
  /// The ciphers of the host's own listener (`ssl-ciphers`).
  mutating func sayCiphers() {
    guard side == .https, let text = host.ciphers else { return }
    let list = CipherList(text)
    guard case .exact = host.pattern else {
      return lose(.ciphers, because: "The listener of a wildcard host may serve other hosts, too.")
    }
    guard !list.known.isEmpty, list.unknown.isEmpty else {
      let names = list.unknown.joined(separator: ", ")
      return lose(
        .ciphers,
        because: list.known.isEmpty
          ? "Istio knows none of them by name: \(names)."
          : "Istio does not know \(names); the others are set.")
    }
    said(.ciphers)
  }
}

extension SecureListener {
  /// The host's own listener where it has ciphers of its own.
  func choosingCiphers(of host: Host) -> SecureListener {
    guard case .exact(let name) = host.pattern, let text = host.ciphers else { return self }
    var listener = self
    listener.hostname = name
    listener.ciphers = CipherList(text).known
    return listener
  }
}

/// OpenSSL's list of ciphers, as far as Istio takes the names (`ValidCipherSuites`).
private struct CipherList {
  /// The names that Istio takes, each once, in their order.
  var known: [String] = []
  var unknown: [String] = []

  init(_ text: String) {
    for name in text.split(whereSeparator: { ": ,".contains($0) }).map(String.init) {
      if !Self.ofIstio.contains(name) {
        unknown.append(name)
      } else if !known.contains(name) {
        known.append(name)
      }
    }
    // A word such as HIGH means ciphers that are not named, and `!` takes some away again.
    if unknown.contains(where: { !$0.contains("-") || "!-+".contains($0.prefix(1)) }) { known = [] }
  }

  private static let ofIstio: Set<String> = [
    "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256",
    "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-RSA-AES256-GCM-SHA384",
    "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-RSA-CHACHA20-POLY1305", "ECDHE-ECDSA-AES128-SHA",
    "ECDHE-RSA-AES128-SHA", "AES128-GCM-SHA256", "AES128-SHA", "ECDHE-ECDSA-AES256-SHA",
    "ECDHE-RSA-AES256-SHA", "AES256-GCM-SHA384", "AES256-SHA", "DES-CBC3-SHA",
  ]
}
