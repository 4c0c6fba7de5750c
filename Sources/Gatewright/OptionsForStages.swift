import GatewayWriter
import Kubernetes
import Routing

extension PathNormalization {
  /// How Istio's proxies read requests under the setting.
  var requestReading: RequestReading {
    var reading = RequestReading.istio
    switch self {
    case .base: reading.slashes = .kept
    case .mergeSlashes: reading.slashes = .merged
    case .decodeAndMergeSlashes: reading.slashes = .decodedAndMerged
    }
    return reading
  }
}

extension MigrationOptions {
  /// What the writer of Gateway API is told.
  var forWriting: WriteOptions {
    var options = WriteOptions()
    options.style =
      switch style {
      case .faithful: .faithful
      case .idiomatic: .idiomatic
      }
    options.gatewayName = gateway.name
    options.gatewayNamespace = gateway.namespace
    options.gatewayClass = gateway.className
    options.usesGatewayPerNamespace = gateway.isPerNamespace
    options.gatewayAnnotations = gateway.annotations.map {
      Annotation(key: $0.key, value: $0.value)
    }
    options.trustedProxies = gateway.trustedProxies
    options.canaryScope =
      switch canaryScope {
      case .upstream: .upstream
      case .path: .path
      }
    options.allowsEnvoyFilter = allowsEnvoyFilter
    options.writesProvenance = writesProvenance
    options.gatewaysOfNamespaces = gateway.ofNamespaces.mapValues { ObjectName($0) }
    options.trafficPolicies = trafficPolicies.map { part in
      TrafficPolicyPart(
        policy: part.policy, services: part.services.map { ObjectName($0) }, place: part.place)
    }
    options.mirroredParts = mirroredParts.map { part in
      MirroredPart(
        percent: part.percent, ingresses: part.ingresses.map { ObjectName($0) }, place: part.place)
    }
    options.accepted = Set(
      acceptedInForce.map {
        GatewayWriter.Acceptance(code: $0.code, object: $0.object.map { ObjectName($0) })
      })
    return options
  }
}

extension ObjectName {
  /// The same name in the words of the objects' floor.
  init(_ name: QualifiedName) {
    self.init(name.namespace, name.name)
  }
}
