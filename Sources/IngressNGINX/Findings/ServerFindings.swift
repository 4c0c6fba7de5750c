import Evidence
import Patterns
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
      let isRegex = server.isRegexHost(ingresses)
      var findings = refusals(of: server, isRegex: isRegex)
      if isRegex {
        findings.append(
          Finding(
            .hostInRegexMode, of: ingress.reference, at: ingress.metadata.place,
            message: server.name))
      }
      return findings
    }
  }

  /// Locations that make nginx refuse the whole configuration, for every host.
  private func refusals(of server: Server, isRegex: Bool) -> [Finding] {
    var seen: Set<String> = []
    return server.blocks(ingresses).compactMap { block in
      guard let owner = block.location.owner,
        let fault = isRegex ? patternFault(block.path) : duplicateFault(block, &seen)
      else { return nil }
      return Finding(
        .configurationRefused, of: ingresses[owner].ingress.reference,
        at: block.location.origin.place, field: block.location.origin.part,
        message: "\(server.name)\(block.path): \(fault)")
    }
  }

  private func duplicateFault(_ block: LocationBlock, _ seen: inout Set<String>) -> String? {
    let isNew = seen.insert("\(block.modifier.rawValue) \(block.path)").inserted
    return isNew ? nil : "the location stands twice"
  }

  private func patternFault(_ path: String) -> String? {
    do {
      _ = try Pattern("^" + path, .caseless)
      return nil
    } catch {
      return "no valid regular expression (\(error.description))"
    }
  }
}

extension Rule {
  static let hostInRegexMode = Rule(
    "host-in-regex-mode", .note, .equivalent,
    title: "Every path of the host is a regular expression",
    before: "One use-regex or rewrite-target makes all paths of the host, of every Ingress, "
      + "case-insensitive and open at the end.",
    after: "They say every path of the host as a regular expression, in the same order.",
    remedy: "Check that this is what the host's owners want; Exact and Prefix are simpler.")
  static let configurationRefused = Rule(
    "configuration-refused", .error, .changed,
    title: "nginx refuses the whole configuration",
    before: "nginx keeps its last good configuration; no change reaches any host.",
    after: "They serve the paths that can be said.",
    remedy: "Correct the path before migrating.")
}
