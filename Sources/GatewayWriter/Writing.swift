package import Evidence
package import Kubernetes
package import YAMLText

/// What is to be said beside the objects that were written.
package struct Writing: Sendable {
  /// What could not be said, or is said differently.
  package var findings: [Finding] = []
  /// What a person has to do, in no order.
  package var steps: [RolloutStep] = []
  /// The Secrets that a person has to copy, by the copy that the objects name.
  package var copiedSecrets: [ObjectName: ObjectName] = [:]
  /// What the owner of the mesh has to add to Istio's MeshConfig; nil where that is nothing.
  package var meshConfig: Node?
  /// Secrets with `ca.crt` that a step makes and listeners need.
  package var authorities: Set<ObjectName> = []

  package init() {}
}
