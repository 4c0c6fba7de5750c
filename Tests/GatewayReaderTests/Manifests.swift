import Evidence
import GatewayReader
import Kubernetes
import Routing
import Tracing

/// Short manifests for tests: one Gateway, one Service, and what a test adds.
enum Manifests {
  static let service = """
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: app}
    spec: {ports: [{name: http, port: 80}]}
    """

  static func gateway(
    _ name: String = "gw", class className: String = "istio", listeners: String, more: String = ""
  ) -> String {
    """
    apiVersion: gateway.networking.k8s.io/v1
    kind: Gateway
    metadata: {name: \(name), namespace: infra}
    spec:
      gatewayClassName: \(className)
      listeners: \(listeners)
      \(more)
    """
  }

  /// A listener on port 80 for routes of every namespace.
  static let open = "[{name: http, port: 80, protocol: HTTP, \(fromAll)}]"
  static let fromAll = "allowedRoutes: {namespaces: {from: All}}"

  static func route(
    _ name: String = "web", host: String = "a.test", parent: String = "gw",
    rule: String = "backendRefs: [{name: web, port: 80}]"
  ) -> String {
    """
    apiVersion: gateway.networking.k8s.io/v1
    kind: HTTPRoute
    metadata: {name: \(name), namespace: app}
    spec:
      parentRefs: [{name: \(parent), namespace: infra}]
      hostnames: [\(host)]
      rules:
      - \(rule)
    """
  }

  static func read(_ manifests: String..., gateway: ObjectName? = nil) -> Reading {
    var importer = Importer(keeping: keptKinds)
    importer.read(Array(manifests.joined(separator: "\n---\n").utf8), file: "test.yaml")
    return GatewayReader.read(importer.cluster, gateway: gateway)
  }
}

extension Reading {
  func outcome(_ host: String, _ target: String = "/") -> Answer.Outcome {
    Answering(site).answer(to: Request(host: host, target: target)).outcome
  }

  var codes: [String] { findings.map(\.rule.code) }
}

extension Answer.Outcome {
  static let notFound = Answer.Outcome.answered(status: 404, location: nil)
  static let web = Answer.Outcome.forwarded([
    Fraction(.backend(Backend(namespace: "app", name: "web", port: 80)), 1, of: 1)
  ])
}

extension String {
  /// The text with every occurrence of another replaced.
  func replacing(_ part: String, with other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
