import Evidence
import Routing
import Kubernetes

extension Configuration {
  /// What is to be said of hosts: regex mode, and what nginx refuses.
  var serverFindings: [Finding] {
    servers.byName.flatMap { server -> [Finding] in
      guard let owner = server.owner ?? server.locations.compactMap(\.owner).first else {
        return []
      }
      let ingress = ingresses[owner].ingress
      guard server.isRegexHost(ingresses) else { return [] }
      return [
        Finding(
          .hostInRegexMode, of: ingress.reference, at: ingress.metadata.place,
          message: server.name)
      ]
    } + refusedConfigurationFindings
  }
}

extension Rule {
  static let hostInRegexMode = Rule(
    "host-in-regex-mode", .note, .equivalent,
    title: "Every path of the host is a regular expression",
    before: "One use-regex or rewrite-target makes all paths of the host, of every Ingress, "
      + "case-insensitive and open at the end.",
    after: "They say every path of the host as a regular expression, in the same order, unless "
      + "--style idiomatic asks for plain paths.",
    remedy: "Check that this is what the host's owners want; Exact and Prefix are simpler.")
  static let configurationRefused = Rule(
    "configuration-refused", .error, .changed,
    title: "nginx refuses the whole configuration",
    before: "nginx keeps its last good configuration; no change reaches any host.",
    after: "They serve the paths that can be said.",
    remedy: "Correct the path before migrating.")
}
