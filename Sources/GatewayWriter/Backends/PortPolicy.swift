import GatewayAPI
import Kubernetes
import Routing
import YAMLText

/// What a DestinationRule says of one port.
struct PortPolicy {
  let upstream: Upstream
  let port: BackendPort
  let context: BackendContext
  /// The namespace of the gateway that connects.
  let gatewayNamespace: String

  private var kind: UpstreamProtocol.Kind { context.chosenKind(to: port) }

  /// The policy, as of a whole host or of one port.
  var policy: DestinationRule.TrafficPolicy {
    var pool = DestinationRule.ConnectionPool(
      connectTimeout: "\(max(1, upstream.connectTimeout))s")
    if kind.isHTTP2 {
      pool.others = [Entry("http", .mapping([Entry("h2UpgradePolicy", .string("UPGRADE"))]))]
    }
    return DestinationRule.TrafficPolicy(
      loadBalancer: loadBalancer, connectionPool: pool,
      others: tls.map { [Entry("tls", $0.node)] } ?? [])
  }

  /// Without a hash that can be said nginx's own default is written.
  private var loadBalancer: DestinationRule.LoadBalancer {
    switch upstream.balancing {
    case .roundRobin: return DestinationRule.LoadBalancer(simple: .roundRobin)
    case .leastRequest: return DestinationRule.LoadBalancer(simple: .leastRequest)
    case .cookie(let cookie):
      return DestinationRule.LoadBalancer(
        cookie: DestinationRule.HashCookie(
          cookie, isSecureOnly: context.isSecureOnly(port)))
    case .hash(let key):
      switch key {
      case .address: return DestinationRule.LoadBalancer(usesAddress: true)
      case .header(let name): return DestinationRule.LoadBalancer(header: name)
      case .cookie(let name):
        return DestinationRule.LoadBalancer(cookie: DestinationRule.HashCookie(name: name))
      case .parameter(let name): return DestinationRule.LoadBalancer(parameter: name)
      case .text: return DestinationRule.LoadBalancer(simple: .roundRobin)
      }
    }
  }

  /// The Secret that is needed for TLS; nil for none.
  var credential: BackendCredentials.SecretCopy? {
    guard kind.isSecure, let tls = upstream.spoken?.tls, tls.verifies || tls.showsCertificate
    else { return nil }
    return BackendCredentials.copy(of: tls, besideGatewayOf: gatewayNamespace)
  }

  /// nginx verifies nothing and sends no server name unless it is told to (`proxy_ssl_verify`,
  /// `proxy_ssl_server_name`).
  private var tls: ConnectionSettings.ClientTLS? {
    guard kind.isSecure else { return nil }
    guard let wish = upstream.spoken?.tls else {
      return ConnectionSettings.ClientTLS(mode: .simple, skipsVerification: true)
    }
    return ConnectionSettings.ClientTLS(
      mode: wish.showsCertificate ? .mutual : .simple, credentialName: credential?.copy.name,
      serverName: wish.sendsServerName && !wish.name.isEmpty ? wish.name : nil,
      names: wish.verifies ? [wish.checkedName] : [], skipsVerification: !wish.verifies)
  }
}

extension DestinationRule.TrafficPolicy {
  /// The policies of several ports: those of the host where they are the same, else one for each,
  /// since an entry for a port takes nothing over from the host's.
  init(_ policies: [(port: Int, policy: DestinationRule.TrafficPolicy)]) {
    if let first = policies.first, policies.allSatisfy({ $0.policy == first.policy }) {
      self = first.policy
      return
    }
    let entries = policies.map { port, policy in
      let number = Node.mapping([Entry("number", .integer(port))])
      return Node.mapping([Entry("port", number)] + policy.entries)
    }
    self.init(others: [Entry("portLevelSettings", .sequence(entries))])
  }
}
