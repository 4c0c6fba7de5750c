import Evidence
import Routing

/// The expression that a whole subject fits where this one is found in it.
func containing(_ expression: String) -> String { "(?s:.*)(?:\(expression))(?s:.*)" }

extension WriteOptions {
  /// Why nothing can look at the subject of a client's certificate for an expression, one sentence;
  /// nil where an EnvoyFilter can.
  func problem(withSubject expression: String) -> String? {
    guard allowsEnvoyFilter else {
      return "Only an EnvoyFilter can look at a certificate's subject: --allow-envoy-filter."
    }
    // nginx.conf holds the expression as it stands, and not as a quoted word (`nginx.tmpl`).
    let hasEnd = expression.unicodeScalars.contains {
      $0.properties.isWhitespace || ";{}\"'".unicodeScalars.contains($0)
    }
    guard !hasEnd, !expression.contains("\\\\") else {
      return "nginx reads \(expression) in its configuration as something else."
    }
    return rejection(of: containing(expression)).map {
      "Envoy cannot look for \(expression) in a subject: \($0)."
    }
  }
}

extension Rule {
  static let clientSubjectNames = Rule(
    "client-subject-names", .note, .changed,
    title: "Rare attributes of a certificate's subject are written as numbers",
    before: "ingress-nginx writes all attributes that OpenSSL knows by name, such as "
      + "organizationIdentifier and jurisdictionC.",
    after:
      "Envoy writes those by number and with their value in hexadecimal; common ones such as CN, "
      + "O, OU and emailAddress are the same.",
    remedy: "Nothing, unless auth-tls-match-cn looks for such an attribute.")
}
