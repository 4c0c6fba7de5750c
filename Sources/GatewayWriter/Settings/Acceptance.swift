package import Kubernetes

/// A finding that somebody has decided to live with.
package struct Acceptance: Hashable, Sendable {
  /// The code of the finding.
  package var code: String
  /// The Ingress that it is about; nil for all.
  package var object: ObjectName?

  package init(code: String, object: ObjectName? = nil) {
    self.code = code
    self.object = object
  }
}
