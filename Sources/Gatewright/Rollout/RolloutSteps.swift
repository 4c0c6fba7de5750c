import Evidence
import IngressNGINX

/// The steps that every rollout has, as far as they fit what was written.
struct RolloutSteps {
  let facts: RolloutFacts
  /// The Ingresses that the controller serves.
  let ingresses: [ObjectReference]

  /// The general steps and those of the writer, by phase; within one, the general ones first.
  func all(_ particular: [RolloutStep]) -> [RolloutStep] {
    guard !facts.gateways.isEmpty else { return particular }
    let steps = prepare + apply + particular + cutOver + cleanUp
    return RolloutStep.Phase.allCases.flatMap { phase in steps.filter { $0.phase == phase } }
  }

  private var prepare: [RolloutStep] {
    let bundle = facts.bundle > 1 ? ", for \(facts.reasons.sorted().joined(separator: ", "))" : ""
    let crd = "httproutes.gateway.networking.k8s.io"
    return [
      RolloutStep(
        .prepare, title: "Install the CRDs of Gateway API 1.\(facts.bundle) or later.",
        reason: "The standard channel of the bundle has every field that is written\(bundle).",
        commands: [
          "kubectl get crd \(crd) --output "
            + #"jsonpath='{.metadata.annotations.gateway\.networking\.k8s\.io/bundle-version}{"\n"}'"#
        ]),
      RolloutStep(
        .prepare, title: "Run Istio 1.30.",
        reason: "The comparison with ingress-nginx is made by the rules of this version.",
        commands: [
          "kubectl get deployments --all-namespaces --selector app=istiod --output "
            + "'custom-columns=NAME:.metadata.name,IMAGE:.spec.template.spec.containers[0].image'"
        ]),
      RolloutStep(
        .prepare, title: "Lower the TTL of the DNS records of all hosts to a minute.",
        reason: "Clients then follow soon when the names move, and when they have to move back."),
    ]
  }

  private var apply: [RolloutStep] {
    let namespaces = Set(facts.gateways.map(\.namespace)).sorted()
    let files = facts.gateways.map { gateway in
      "kubectl apply --filename \"$ROUTES\"/\(gateway.namespace)/gateway-\(gateway.name).yaml"
    }
    let grants =
      facts.hasGrants
      ? [
        "for file in \"$ROUTES\"/*/referencegrant-*.yaml; "
          + "do kubectl apply --filename \"$file\"; done"
      ] : []
    return [
      RolloutStep(
        .apply, title: "Make the namespaces of the Gateways where they are missing.",
        commands: namespaces.map {
          "kubectl create namespace \($0) --dry-run=client --output yaml | kubectl apply --filename -"
        }),
      RolloutStep(
        .apply,
        title:
          "Apply the \(facts.hasGrants ? "ReferenceGrants and " : "")Gateways, and wait for them.",
        reason: "The Gateways get their addresses while ingress-nginx goes on serving.",
        commands: ["ROUTES=routes  # the folder of --output"] + grants + files
          + facts.gateways.map {
            "kubectl wait --namespace \($0.namespace) --for=condition=Programmed "
              + "gateway/\($0.name) --timeout=5m"
          }),
      RolloutStep(
        .apply, title: "Apply everything else.",
        commands: ["kubectl apply --kustomize \"$ROUTES\""]),
    ]
  }

  private var cutOver: [RolloutStep] {
    guard let gateway = facts.gateways.first else { return [] }
    let address =
      #"ADDRESS="$(kubectl get gateway \#(gateway.name) --namespace "#
      + #"\#(gateway.namespace) --output jsonpath='{.status.addresses[0].value}')""#
    var steps: [RolloutStep] = []
    if let host = facts.hosts.sorted().first {
      let isSecure = facts.secureHosts.contains(host)
      let (scheme, port) = isSecure ? ("https", 443) : ("http", 80)
      let name = host.hasPrefix("*.") ? "www" + host.dropFirst() : host
      steps.append(
        RolloutStep(
          .cutOver, title: "Ask the new address for a host before any client does.",
          reason: "Every counterexample of the verification can be asked in the same way.",
          commands: [
            address,
            "curl --include --connect-to \(name):\(port):\"$ADDRESS\":\(port) \(scheme)://\(name)/",
          ]))
    }
    let hosts = facts.hosts.sorted()
    let shown =
      hosts.prefix(10).joined(separator: ", ")
      + (hosts.count > 10 ? " and \(hosts.count - 10) more" : "")
    let some = hosts.isEmpty ? "" : " (\(shown))"
    steps.append(
      RolloutStep(
        .cutOver, title: "Move the DNS records to the new address, host by host\(some).",
        reason:
          "ingress-nginx keeps answering, so that a record can move back until its TTL is over.",
        commands: facts.gateways.map {
          "kubectl get gateway \($0.name) --namespace \($0.namespace)"
        }))
    return steps
  }

  private var cleanUp: [RolloutStep] {
    let byNamespace = Dictionary(grouping: ingresses, by: \.namespace).sorted { $0.key < $1.key }
    return [
      RolloutStep(
        .cleanUp, title: "Delete the Ingresses when no client comes to the old address any more.",
        reason: "The old address can be seen in the controller's access log.",
        commands: byNamespace.flatMap { namespace, references -> [String] in
          let names = Set(references.map(\.name)).sorted()
          return stride(from: 0, to: names.count, by: 20).map { start in
            "kubectl delete ingress --namespace \(namespace) "
              + names[start..<min(start + 20, names.count)].joined(separator: " ")
          }
        }),
      RolloutStep(
        .cleanUp, title: "Remove the controller when no Ingress of its class is left.",
        reason: "Its admission webhook refuses Ingresses when it has gone and the webhook has not.",
        commands: ["kubectl get ingress --all-namespaces"]),
    ]
  }
}
