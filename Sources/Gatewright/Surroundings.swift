import Evidence
import Kubernetes

/// All objects of some inputs.
struct Surroundings {
  private(set) var cluster: Cluster

  /// Reads the manifests of a cluster; it is to be said when they hold no object at all.
  init(_ inputs: some Sequence<Input>, options: MigrationOptions) {
    var importer = Importer()
    importer.read(inputs)
    importer.finish()
    cluster = importer.cluster
    cluster.endpointSlices += options.emptyServices.map { EndpointSlice(emptying: $0) }
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

extension EndpointSlice {
  /// A slice that says that a Service has no endpoint.
  init(emptying service: QualifiedName) {
    self.init(
      metadata: Metadata(name: service.name, namespace: service.namespace),
      serviceName: service.name, readyEndpoints: 0)
  }
}

extension Cluster {
  /// Adds the copies of Secrets that a person is asked to make.
  mutating func add(copies: [ObjectName: ObjectName]) {
    for (copy, original) in copies where secrets[copy] == nil { secrets[copy] = secrets[original] }
  }

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
