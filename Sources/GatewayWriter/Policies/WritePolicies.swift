import Evidence
import GatewayAPI
import Kubernetes
import Routing
import YAMLText

/// Writes who gets in: AuthorizationPolicies, the providers that they name, and what a person has to
/// do so that both know who the client is.
func writePolicies(
  _ plans: [HostPlan], _ site: Site, _ topology: Topology, _ options: WriteOptions,
  into writing: inout Writing,
  findings: inout [Finding], emit: (Emitted) -> Void
) {
  let passedOn = site.listeners.compactMap { listener -> String? in
    guard case .passthrough = listener.transport else { return nil }
    return listener.serverName.hostname
  }
  let writer = PolicyWriter(
    plans.lazy.flatMap(\.policies), passedOn: Array(Set(passedOn)), options)
  for (policy, origins) in writer.objects { emit(Emitted(policy, origins)) }
  let listeners = Set(plans.compactMap(\.secureListener))
  writing.authorities = Set(listeners.compactMap(\.authoritySecret))
  writing.steps += Set(listeners.compactMap(\.authorityStep)).sorted { $0.title < $1.title }
  let providers = writer.providers
  if !providers.isEmpty {
    let hosts = ServiceHosts(
      providers, in: writer.providersByGateway.keys.min()?.namespace ?? options.gatewayNamespace,
      options)
    for entry in hosts.entries { emit(Emitted(entry)) }
    for rule in hosts.rules { emit(Emitted(rule)) }
    writing.meshConfig = .mapping([
      Entry("extensionProviders", .sequence(providers.map(\.node)))
    ])
    writing.steps.append(providersStep(providers))
    if writer.providersByGateway.values.contains(where: { $0.count > 1 }) {
      findings.append(
        Finding(
          .severalProviders, message: providers.map(\.name).joined(separator: ", ")))
      writing.steps.append(severalProvidersStep)
    }
  }
  if writer.looksAtAddresses {
    writing.steps.append(clientAddressStep)
    findings += topology.findings
  }
}

private func providersStep(_ providers: [Provider]) -> RolloutStep {
  RolloutStep(
    .prepare, title: "Add the authentication services to extensionProviders of Istio's MeshConfig.",
    reason: "Until istiod knows them, it refuses every request that they decide about: "
      + "\(providers.map(\.name).joined(separator: ", ")).",
    commands: ["kubectl edit configmap istio --namespace istio-system"])
}

private let severalProvidersStep = RolloutStep(
  .prepare, title: "Let istiod use several authentication services on one Gateway.",
  reason: "Without this it refuses every request that any of them decides about.",
  commands: [
    "kubectl set env deployment/istiod --namespace istio-system "
      + "PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS=true"
  ])

private let clientAddressStep = RolloutStep(
  .prepare, title: "See to it that the gateway sees the addresses of clients.",
  reason: "Lists of addresses compare what reaches the gateway: a load balancer that hides the "
    + "client needs externalTrafficPolicy Local, as in front of ingress-nginx.",
  commands: [
    "kubectl get services --all-namespaces --selector gateway.networking.k8s.io/gateway-name "
      + "--output custom-columns=NAME:.metadata.name,POLICY:.spec.externalTrafficPolicy"
  ])

extension Rule {
  static let severalProviders = Rule(
    "external-auth-several-services", .error, .changed,
    title: "Several authentication services decide on one Gateway",
    before: "ingress-nginx asks the service of each location.",
    after: "They refuse every request that any of them decides about, unless istiod runs with "
      + "PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS=true.",
    remedy: "Set the variable on istiod, or use one service with one set of headers.")
}
