import Routing

extension ClientCertificates {
  static func entry(of key: Key) -> AnnotationEntry {
    var entry = AnnotationEntry(
      syntax: .characters(.basic, ignoringBlanks: true), scope: .server, failure: .dropped,
      risk: .medium, meaning: "asks the clients of the host for a certificate of these authorities",
      notes: [
        "The name has to be namespace/name, of the Ingress's own namespace.",
        "A Secret that cannot be used makes the whole host answer 403.",
        "A Secret without ca.crt asks nobody for a certificate.",
        "The first Ingress of the host decides; plain HTTP is not asked.",
      ], fate: .lost(.protection), countsOnCanaries: true)
    switch key {
    case .secret: break
    case .verification:
      entry.syntax = .expression(
        "on|off|optional|optional_no_ca", "on, off, optional or optional_no_ca",
        ignoringBlanks: true)
      (entry.fallback, entry.failure) = (.fixed("on"), .ignored)
      entry.meaning = "asks for the client's certificate in this way"
      entry.notes = ["Where it fails the answer is 400."]
      entry.fate = .lost(.protection, unless: "off")
    case .depth:
      (entry.syntax, entry.fallback) = (.integer, .fixed("1"))
      (entry.failure, entry.risk, entry.fate) = (.ignored, .low, .lost(.answer))
      entry.meaning = "follows the chain of the client's certificate this far"
      entry.notes = ["0 is 1."]
    case .errorPage:
      entry.syntax = .expression(
        "@[A-Za-z0-9_-]+|((https?://)?[A-Za-z0-9\\-.]+(:\\d+)?)?(/[A-Za-z0-9\\-_.]+)*/?",
        "an address, a path or @ and a name", ignoringBlanks: true)
      (entry.risk, entry.notes, entry.fate) = (.high, [], .lost(.answer))
      entry.meaning = "redirects clients here instead of answering 400"
    case .passesCertificate:
      (entry.syntax, entry.fallback, entry.risk) = (.flag, .fixed("false"), .low)
      entry.meaning = "hands the client's certificate to the backend in ssl-client-cert"
      entry.notes = ["ssl-client-verify, -subject-dn and -issuer-dn are sent anyway."]
      entry.fate = .lost(.answer, unless: "false")
    case .matchCN:
      (entry.syntax, entry.risk) = (.commonName, .high)
      entry.meaning = "answers 403 unless the subject of the client's certificate fits this"
      entry.notes = [
        "The expression is found anywhere in the subject.",
        "It is looked at before the redirect to https, so plain HTTP gets 403, too.",
      ]
    }
    return entry
  }
}
