/// A port of a Service, or of a host outside the cluster, whose namespace is empty.
package struct BackendPort: Hashable, Comparable, Sendable {
  package var namespace: String
  package var name: String
  package var port: Int

  package init(_ backend: Backend) {
    (namespace, name, port) = (backend.namespace, backend.name, backend.port)
  }

  package init(_ upstream: Upstream) {
    (namespace, name, port) = (upstream.namespace, upstream.service, upstream.port)
  }

  /// Orders by namespace, name and port.
  package static func < (left: BackendPort, right: BackendPort) -> Bool {
    (left.namespace, left.name, left.port) < (right.namespace, right.name, right.port)
  }
}

extension Destination {
  /// Every backend that a destination names.
  package var backends: [Backend] {
    switch self {
    case .forward(let choice):
      (choice.branches.map(\.pool) + [choice.otherwise]).flatMap(\.shares).map(\.backend)
    case .redirect, .respond: []
    }
  }
}
