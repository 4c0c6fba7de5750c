import Evidence
import Kubernetes

/// All objects of some inputs.
struct Surroundings {
  private(set) var cluster: Cluster

  /// Reads the manifests of a cluster; it is to be said when they hold no object at all.
  init(_ inputs: some Sequence<Input>) {
    var importer = Importer()
    importer.read(inputs)
    importer.finish()
    cluster = importer.cluster
  }

  /// Reads manifests, keeping objects of the named kinds (`group/Kind`) whole.
  init(_ inputs: some Sequence<Input>, keeping kinds: Set<String>) {
    var importer = Importer(keeping: kinds)
    importer.read(inputs)
    cluster = importer.cluster
  }
}

extension Importer {
  /// Reads every input, or notes why it cannot be read.
  mutating func read(_ inputs: some Sequence<Input>) {
    for input in inputs {
      switch input.content {
      case .bytes(let bytes): read(bytes, file: input.name)
      case .unreadable(let reason): note(unreadable: input.name, reason: reason)
      }
    }
  }
}

extension Cluster {
  /// Adds what stands around Gateway API objects in the cluster: the Services they point at and
  /// so on, where the cluster does not say itself.
  mutating func add(surroundings other: Cluster) {
    services.merge(other.services) { own, _ in own }
    secrets.merge(other.secrets) { own, _ in own }
    configMaps.merge(other.configMaps) { own, _ in own }
    namespaces.merge(other.namespaces) { own, _ in own }
    endpointSlices += other.endpointSlices
    referenceGrants += other.referenceGrants
  }
}
