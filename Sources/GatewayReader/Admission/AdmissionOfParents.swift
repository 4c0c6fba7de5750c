import GatewayAPI

extension Admission {
  static func check(parents: [ParentReference]) throws(Refusal) {
    try require(parents.count <= 32, "spec.parentRefs", "may have 32 items at most")
    for (index, parent) in parents.enumerated() {
      for other in parents[(index + 1)...] where parent.isSameObject(as: other) {
        try require(
          parent.isPart && other.isPart, "spec.parentRefs",
          "must specify sectionName or port when the same parent occurs twice")
        try require(
          parent.sectionName != other.sectionName || parent.port != other.port, "spec.parentRefs",
          "must have unique sectionName and port when the same parent occurs twice")
      }
    }
  }

  static func check(hostnames: [String], atMost limit: Int) throws(Refusal) {
    try require(hostnames.count <= limit, "spec.hostnames", "may have \(limit) items at most")
    try require(
      hostnames.allSatisfy(\.isHostname), "spec.hostnames", "must be host names in lower case")
  }
}

extension ParentReference {
  fileprivate func isSameObject(as other: ParentReference) -> Bool {
    group == other.group && kind == other.kind && name == other.name
      && (namespace ?? "") == (other.namespace ?? "")
  }

  /// Whether the reference names a part of the parent.
  fileprivate var isPart: Bool { (sectionName ?? "") != "" || (port ?? 0) != 0 }
}
