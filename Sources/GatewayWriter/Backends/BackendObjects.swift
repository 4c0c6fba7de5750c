import Evidence
import GatewayAPI
import Kubernetes
import Routing

/// The objects about how backends are reached, and what a person has to do for them.
struct BackendObjects {
  private let hosts: ExternalHosts
  private let rules: DestinationRules
  private let context: BackendContext
  private let options: WriteOptions

  init(_ drafts: [RouteDraft], _ context: BackendContext, _ options: WriteOptions) {
    hosts = ExternalHosts(drafts, context, options)
    rules = DestinationRules(context, users: hosts.users, options)
    self.context = context
    self.options = options
  }

  /// Hands over DestinationRules, ServiceEntries, Roles and RoleBindings, in this order.
  func write(
    _ emit: (Emitted) -> Void, adding policies: inout TrafficPolicies, into writing: inout Writing
  ) {
    let sources = ruleOrigins
    for rule in rules.objects {
      let service = ObjectName(service: rule.host) ?? rule.metadata.objectName
      emit(Emitted(policies.completed(rule, of: service), sources[rule.host] ?? []))
    }
    for entry in hosts.entries { emit(Emitted(entry)) }
    let credentials = rules.credentials
    let access = Set(credentials.filter(\.hasCertificate).map(\.copy.namespace)).sorted()
      .flatMap { namespace in
        options.gatewayNames(in: namespace).map {
          secretAccess(gateway: ObjectName(namespace, $0), options: options)
        }
      }
    for (role, _) in access { emit(Emitted(role)) }
    for (_, binding) in access { emit(Emitted(binding)) }
    writing.steps += credentials.compactMap(\.step) + protocolSteps
    for credential in credentials where credential.copy != credential.original {
      writing.copiedSecrets[credential.copy] = credential.original
    }
  }

  /// Where the fields of each DestinationRule came from, by its host; empty where nobody asks.
  private var ruleOrigins: [String: [FieldOrigin]] {
    guard options.recordsOrigins else { return [:] }
    let isWanted = !options.trafficPolicies.isEmpty
    return context.upstreams.sorted { $0.key < $1.key }.reduce(into: [:]) { origins, entry in
      let (port, upstream) = entry
      if origins[port.host] == nil { origins[port.host] = upstream.ruleOrigins(wanted: isWanted) }
    }
  }

  /// The Services whose ports should say themselves that they speak HTTP/2.
  private var protocolSteps: [RolloutStep] {
    context.upstreams.keys.sorted().compactMap { port in
      guard context.chosenKind(to: port) == .grpc, !port.isExternal else {
        return nil
      }
      let patch = #"{"spec":{"ports":[{"port":\#(port.port),"appProtocol":"grpc"}]}}"#
      return RolloutStep(
        .prepare,
        title: "Say on Service \(port.namespace)/\(port.name) that port \(port.port) "
          + "speaks gRPC.",
        reason: "The DestinationRule tells it to the gateway alone; appProtocol tells everybody.",
        commands: ["kubectl patch service \(port.name) -n \(port.namespace) -p '\(patch)'"],
        subject: ObjectReference(kind: "Service", namespace: port.namespace, name: port.name))
    }
  }
}
