import Evidence
import Routing

/// Says once that bodies are no longer limited, with the limits that most routes have today.
func bodyLimitFindings(_ site: Site) -> [Finding] {
  var counts: [Int: Int] = [:]
  for route in site.plainHosts.lazy.flatMap(\.routes) where !route.isImplicit {
    let isWritten = !site.settings.deciding(.bodyLimit, of: route.origin.object).isEmpty
    guard !isWritten else { continue }
    for behaviour in route.behaviours {
      guard case .bodyLimit(let bytes) = behaviour else { continue }
      counts[bytes, default: 0] += 1
    }
  }
  let common = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
  guard !common.isEmpty else { return [] }
  let words = common.map { "\($0.key) bytes on \($0.value == 1 ? "1 path" : "\($0.value) paths")" }
  return [Finding(.defaultBodyLimitLost, message: words.joined(separator: ", "))]
}

extension Rule {
  static let defaultBodyLimitLost = Rule(
    "default-body-limit-lost", .warning, .lost,
    title: "Large request bodies are no longer refused",
    before: "ingress-nginx answers 413 above proxy-body-size, which is 1m where nobody says more.",
    after: "Envoy lets bodies of any length through.",
    remedy: "Let the applications limit what they read, or add an EnvoyFilter with a buffer limit.")
}
