import Evidence
import Kubernetes

/// Which Ingresses the controller takes in, and what it makes of their annotations.
struct Admission {
  /// The Ingresses that are served, oldest first.
  private(set) var served: [ServedIngress] = []
  /// Every Ingress, oldest first.
  private(set) var states: [IngressState] = []
  private(set) var findings: [Finding] = []

  private let surroundings: AnnotationSurroundings

  init(_ cluster: Cluster, _ options: ControllerOptions, _ controller: ControllerSettings) {
    surroundings = AnnotationSurroundings(
      secrets: cluster.secrets, configMaps: cluster.configMaps, services: cluster.services)
    for ingress in oldestFirst(cluster.ingresses) {
      let state = admit(
        ingress, isOurs: isServed(ingress, cluster.ingressClasses, options), controller)
      states.append(
        IngressState(
          reference: ingress.reference, place: ingress.metadata.place, state: state))
    }
  }

  private mutating func admit(
    _ ingress: Ingress, isOurs: Bool, _ controller: ControllerSettings
  ) -> IngressState.State {
    guard isOurs else {
      findings.append(
        Finding(
          classRule(of: ingress), of: ingress.reference, at: ingress.metadata.place,
          message: className(of: ingress).map { "its class is \($0)" } ?? ""))
      return .ignored
    }
    let annotations = PrefixedAnnotations(ingress.metadata.annotations)
    guard !annotations.isEmpty else {
      served.append(ServedIngress(ingress: ingress, settings: IngressSettings()))
      return .accepted
    }
    let reading = IngressSettings.read(
      annotations, namespace: ingress.metadata.namespace, surroundings)
    let refusal = reading.refusal ?? riskRefusal(annotations, controller)
    findings += annotationFindings(ingress, annotations, reading)
    if let refusal {
      findings.append(
        Finding(
          .ingressDropped, of: ingress.reference, at: ingress.metadata.place, message: refusal))
      return .dropped(refusal)
    }
    served.append(ServedIngress(ingress: ingress, settings: reading.settings))
    guard let denial = reading.settings.denial else { return .accepted }
    findings.append(
      Finding(.ingressDenied, of: ingress.reference, at: ingress.metadata.place, message: denial))
    return .denied(denial)
  }

  private func classRule(of ingress: Ingress) -> Rule {
    className(of: ingress) == nil ? .ingressWithoutClass : .ingressOfAnotherClass
  }

  /// The snippet annotations are above the default risk level and take the whole Ingress with them.
  private func riskRefusal(
    _ annotations: PrefixedAnnotations, _ controller: ControllerSettings
  ) -> String? {
    guard !controller.acceptsCriticalAnnotations else { return nil }
    let critical = annotations.inOrder.first {
      Family.entries[$0.key]?.risk == .critical || criticalKeys.contains($0.key)
    }
    return critical.map { "\($0.key): its risk is above annotations-risk-level" }
  }
}

/// The annotations of risk Critical.
private let criticalKeys: Set<String> = [
  "configuration-snippet", "server-snippet", "stream-snippet", "auth-snippet",
  "modsecurity-snippet",
]

extension Rule {
  static let ingressOfAnotherClass = Rule(
    "ingress-of-another-class", .note, .notServed,
    title: "The Ingress belongs to another controller",
    before: "ingress-nginx does not serve it.",
    after: "It is not carried over.",
    remedy: "Name its class with --ingress-class if it should be.")
  static let ingressWithoutClass = Rule(
    "ingress-without-class", .warning, .notServed,
    title: "The Ingress names no class",
    before: "ingress-nginx serves it only when it is started with --watch-ingress-without-class.",
    after: "It is not carried over.",
    remedy: "Give it spec.ingressClassName, or migrate with --watch-ingress-without-class.")
  static let ingressDropped = Rule(
    "ingress-dropped", .warning, .notServed,
    title: "ingress-nginx refuses the whole Ingress",
    before: "One annotation makes the controller leave the Ingress out; its paths answer 404.",
    after: "It is not carried over.",
    remedy: "Remove or correct the annotation, then migrate again.")
  static let ingressDenied = Rule(
    "ingress-denied", .warning, .changed,
    title: "Every path of the Ingress answers 503",
    before: "An annotation that cannot be used makes every path answer 503.",
    after: "The paths are not routed to their Services.",
    remedy: "Correct the annotation, then migrate again.")
}
