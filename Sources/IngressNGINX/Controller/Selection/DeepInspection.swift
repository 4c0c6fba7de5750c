import Evidence
import Kubernetes

/// A host, path or TLS field with text that could break out of nginx's configuration
/// (`--deep-inspect`, `inspector.InspectIngress`).
struct ForbiddenText: Hashable, Sendable {
  /// The field, for example `spec.rules[0].host`.
  var field: String
  var place: Place
  /// What is forbidden in it, for example `/etc/passwd`.
  var text: String
}

extension Ingress {
  /// The first field with forbidden text; nil where there is none.
  var forbiddenText: ForbiddenText? {
    inspectedFields.lazy.compactMap { field, value, place in
      forbidden(in: value).map { ForbiddenText(field: field, place: place, text: $0) }
    }.first
  }

  /// The fields in the order in which the controller looks at them.
  private var inspectedFields: [(field: String, value: String, place: Place)] {
    let ofRules = rules.enumerated().flatMap { index, rule in
      [("spec.rules[\(index)].host", rule.host, rule.place)]
        + (rule.paths ?? []).enumerated().map { path, written in
          ("spec.rules[\(index)].http.paths[\(path)].path", written.path, written.place)
        }
    }
    let ofTLS = tls.enumerated().flatMap { index, entry in
      [("spec.tls[\(index)].secretName", entry.secretName, entry.place)]
        + entry.hosts.enumerated().map { host, name in
          ("spec.tls[\(index)].hosts[\(host)]", name, entry.place)
        }
    }
    return ofRules + ofTLS
  }
}

/// What is forbidden in a text (`inspector/rules.go`); nil for nothing.
///
/// The directives `alias` and `root` count wherever a `;` follows, be it much later.
private func forbidden(in text: String) -> String? {
  for directive in ["alias", "root"] {
    guard let range = text.firstRange(of: directive) else { continue }
    if text[range.upperBound...].contains(";") { return "\(directive) …;" }
  }
  let places = ["passwd", "shadow", "group", "nginx", "ingress-controller"].map { "/etc/\($0)" }
  return (places + ["/var/run/secrets", "_by_lua"]).first(where: text.contains)
}
