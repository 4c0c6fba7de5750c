import Evidence
import GatewayAPI
import Kubernetes
import YAMLText

/// What stands around the written objects once every step is done.
struct RequiredSurroundings: Hashable {
  /// The part of Istio's MeshConfig that the objects need; nil for none.
  var meshConfig: Node?
  /// Secrets with the authorities of clients' certificates.
  var authorities: Set<ObjectName> = []
  /// Secrets that are copies of others, by the copy.
  var copiedSecrets: [ObjectName: ObjectName] = [:]
}

extension Cluster {
  /// Adds Secrets that a step makes; where there are none at all, every one is taken to exist.
  mutating func add(authorities: Set<ObjectName>) {
    guard !secrets.isEmpty else { return }
    for name in authorities where secrets[name] == nil {
      secrets[name] = Secret(
        metadata: Metadata(name: name.name, namespace: name.namespace), type: "Opaque",
        keys: ["ca.crt"])
    }
  }
}

extension MigrationOptions {
  /// Istio's MeshConfig as new routes are read with it; nil leaves it to the cluster's ConfigMap.
  ///
  /// - Parameters:
  ///   - part: what the written objects need of it.
  ///   - cluster: may hold the ConfigMap `istio-system/istio`.
  ///   - findings: takes what cannot be read.
  /// - Returns: the MeshConfig, or nil.
  func meshConfig(
    with part: Node?, in cluster: Cluster, findings: inout [Finding]
  ) -> MeshConfig? {
    guard part != nil || meshConfig != nil else { return nil }
    var mesh = MeshConfig()
    if let map = cluster.configMaps[ObjectName("istio-system", "istio")],
      let own = try? MeshConfig(map)
    {
      mesh.add(own)
    }
    if let input = meshConfig {
      switch input.content {
      case .bytes(let bytes):
        do {
          mesh.add(try MeshConfig(text: String(decoding: bytes, as: UTF8.self)))
        } catch {
          findings.append(
            Finding(
              .meshConfigUnreadable, message: "\(input.name): \(error.field) \(error.message)."))
        }
      case .unreadable(let reason):
        findings.append(Finding(.meshConfigUnreadable, message: "\(input.name): \(reason)"))
      }
    }
    if let part, let needed = try? MeshConfig(part) { mesh.add(needed) }
    return mesh
  }
}

extension Rule {
  static let meshConfigUnreadable = Rule(
    "mesh-config-unreadable", .error, .unreadable,
    title: "The MeshConfig cannot be read",
    before: "ingress-nginx knows nothing of it.",
    after: "They are read without it.",
    remedy: "Name a YAML file with MeshConfig itself, or with it under meshConfig.")
}
