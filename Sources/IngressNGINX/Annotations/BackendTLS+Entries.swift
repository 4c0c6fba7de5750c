import Routing

extension BackendTLS {
  static func entry(of key: Key) -> AnnotationEntry {
    let alone = "It is ignored without proxy-ssl-secret."
    func entry(
      _ syntax: ValueSyntax, _ fallback: AnnotationEntry.Fallback, _ risk: AnnotationRisk,
      _ meaning: String, _ notes: [String] = [], _ fate: AnnotationEntry.Fate = .lost(.answer)
    ) -> AnnotationEntry {
      AnnotationEntry(
        syntax: syntax, fallback: fallback, scope: .server, risk: risk, meaning: meaning,
        notes: notes + [alone], fate: fate, countsOnCanaries: true)
    }
    return switch key {
    case .secret:
      AnnotationEntry(
        syntax: .characters(.basic, ignoringBlanks: true), scope: .server, failure: .dropped,
        risk: .medium,
        meaning: "shows this certificate to the backend, and checks the backend's by its ca.crt",
        notes: [
          "The name has to be namespace/name, of the Ingress's own namespace.",
          "A Secret that cannot be used makes every path answer 503.",
          "With proxy-ssl-location-only in the ConfigMap it counts for the Ingress's paths alone.",
        ], fate: .lost(.answer), countsOnCanaries: true)
    case .verify:
      entry(
        .onOff, .fixed("off"), .low, "checks the backend's certificate",
        ["It needs ca.crt in the Secret, and in practice proxy-ssl-name."],
        .lost(.protection, unless: "off"))
    case .depth:
      entry(
        .integer, .fixed("1"), .low, "follows the chain of the backend's certificate this far",
        ["0 is 1."])
    case .name:
      entry(
        .serverName, .none, .high, "checks the backend's certificate for this name, and sends it")
    case .serverName:
      entry(
        .onOff, .fixed("off"), .low, "sends the backend's name as SNI", [],
        .lost(.answer, unless: "off"))
    case .protocols:
      entry(
        .expression(
          "(TLSv1\\.2|TLSv1\\.3)*", "a list of TLSv1.2 and TLSv1.3", ignoringBlanks: true),
        .fixed("TLSv1.2"), .low, "speaks these versions of TLS to the backend")
    case .ciphers:
      entry(
        .expression(
          "[A-Za-z0-9+:_\\-!]*", "a list of OpenSSL's ciphers", ignoringBlanks: true),
        .fixed("DEFAULT"), .medium, "uses these ciphers with the backend")
    }
  }
}
