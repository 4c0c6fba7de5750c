import Evidence
import Routing

extension Site {
  /// The hosts on plain HTTP that a route can name; what is lost with the others is told.
  func nameableHosts(findings: inout [Finding]) -> [Host] {
    plainHosts.filter { host in
      guard let hostname = host.pattern.hostname, !isHostname(hostname) else { return true }
      findings.append(
        Finding(
          .hostNotNameable, of: host.origin.object, at: host.origin.place, message: hostname))
      return false
    }
  }
}

/// Whether Gateway API takes a name as `Hostname`: lower case labels, `*` only as the first.
func isHostname(_ name: String) -> Bool {
  let plain = name.hasPrefix("*.") ? name.dropFirst(2) : name[...]
  return name.utf8.count <= 253
    && plain.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .allSatisfy { isLabel($0) }
}

private func isLabel(_ label: Substring.UTF8View) -> Bool {
  let dash = UInt8(ascii: "-")
  guard let first = label.first, let last = label.last, first != dash, last != dash else {
    return false
  }
  return label.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), dash: true
    default: false
    }
  }
}

extension Rule {
  static let hostNotNameable = Rule(
    "host-not-nameable", .error, .lost, title: "The host is no DNS name",
    before: "ingress-nginx serves whatever stands in the Host header.",
    after: "They cannot name the host, so none of its paths is carried over.",
    remedy: "Give the host a name of letters, digits, dashes and single dots.")
}
