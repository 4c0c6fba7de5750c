import Evidence
import GatewayAPI
import Kubernetes
import Routing

/// The hosts outside the cluster that routes point at, and whose gateways do.
struct ExternalHosts {
  private struct Use {
    /// Whether TLS is spoken to a port, by its number.
    var ports: [Int: UpstreamProtocol.Kind] = [:]
    var namespaces: Set<String> = []
  }

  private var uses: [String: Use] = [:]
  private let options: WriteOptions

  init(_ drafts: [RouteDraft], _ context: BackendContext, _ options: WriteOptions) {
    self.options = options
    for draft in drafts {
      let namespace = options.gateway(of: draft.owner.namespace).namespace
      for rule in draft.groups.flatMap(\.rules) {
        for reference in rule.references where reference.isExternal {
          add(reference, context, namespace)
        }
      }
    }
  }

  private mutating func add(
    _ reference: BackendReference, _ context: BackendContext, _ namespace: String
  ) {
    guard let number = reference.port else { return }
    let port = BackendPort(Backend(namespace: "", name: reference.name, port: number))
    let kind = context.chosenKind(to: port)
    uses[reference.name, default: Use()].ports[number] = kind
    uses[reference.name]?.namespaces.insert(namespace)
  }

  /// The namespaces of the gateways that use each host.
  var users: [String: Set<String>] { uses.mapValues(\.namespaces) }

  /// The objects that make the hosts known, one for each; all namespaces see them.
  var entries: [ServiceEntry] {
    uses.sorted { $0.key < $1.key }.map { host, use in
      ServiceEntry(
        outside: host, use.ports.sorted { $0.key < $1.key }.map { ($0.key, $0.value.portWord) },
        Metadata(name: slug(host), namespace: use.namespaces.min() ?? options.gatewayNamespace),
        options.writesProvenance ? ["a host outside the cluster that routes name"] : [])
    }
  }
}

extension ServiceEntry {
  /// Makes a host outside the cluster known, with the protocol of each port in lower case.
  init(
    outside host: String, _ ports: [(number: Int, word: String)], _ metadata: Metadata,
    _ comments: [String]
  ) {
    self.init(
      metadata: metadata, hosts: [host],
      ports: ports.map { number, word in
        ServiceEntry.Port(
          number: number, name: "\(word)-\(number)", protocolName: word.uppercased())
      }, location: "MESH_EXTERNAL", resolution: "DNS", comments: comments)
  }
}

extension HTTPRoute.Rule {
  /// Everything that the rule points at, mirrors included.
  var references: [BackendReference] {
    backends.map(\.reference)
      + filters.compactMap { filter in
        guard case .requestMirror(let mirror) = filter else { return nil }
        return mirror.backend
      }
  }
}

extension UpstreamProtocol.Kind {
  /// What a ServiceEntry calls the protocol of a port.
  fileprivate var portWord: String {
    switch self {
    case .https, .grpcs: "https"
    case .grpc: "grpc"
    case .http, .clients, .fastCGI: "http"
    }
  }
}
