import Evidence
import Kubernetes

/// All objects of some inputs, and what is to be said of the inputs themselves.
struct Surroundings {
  private(set) var cluster: Cluster
  private(set) var findings: [Finding]

  /// Reads all inputs, keeping objects of the named kinds (`group/Kind`) whole.
  init(_ inputs: some Sequence<Input>, keeping: Set<String> = []) {
    var importer = Importer(keeping: keeping)
    var unreadable: [Finding] = []
    for input in inputs {
      switch input.content {
      case .bytes(let bytes): importer.read(bytes, file: input.name)
      case .unreadable(let reason): unreadable.append(Self.finding(about: input.name, reason))
      }
    }
    cluster = importer.cluster
    findings = unreadable + cluster.findings
    findings += Self.findings(aboutAgesOf: cluster.ingresses)
  }

  private static func finding(about file: String, _ reason: String) -> Finding {
    Finding(.inputUnreadable, at: Place(file: file), message: "\(reason).")
  }

  /// Says once that ages are guessed; a single Ingress has nobody to be older than.
  private static func findings(aboutAgesOf ingresses: [Ingress]) -> [Finding] {
    let ageless = ingresses.filter { $0.metadata.created == nil }
    guard ingresses.count > 1, let first = ageless.first else { return [] }
    let message =
      "\(ageless.count) of \(ingresses.count) Ingresses have no creationTimestamp."
    return [
      Finding(
        .creationTimestampMissing, at: first.metadata.place, field: "metadata.creationTimestamp",
        message: message)
    ]
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
