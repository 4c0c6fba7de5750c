import Evidence
import Kubernetes
import Routing

/// Which Ingresses the controller takes in, and what it makes of their annotations.
struct Admission {
  /// The Ingresses that are served, oldest first.
  private(set) var served: [ServedIngress] = []
  /// Every Ingress, oldest first.
  private(set) var states: [IngressState] = []
  private(set) var findings: [Finding] = []
  /// The annotations in force that the new routes may say, and the controller's own settings.
  private(set) var settings: Settings

  private let surroundings: AnnotationSurroundings

  init(_ cluster: Cluster, _ options: ControllerOptions, _ controller: ControllerSettings) {
    surroundings = AnnotationSurroundings(
      validates: options.validatesAnnotations,
      allowsCrossNamespace: controller.allowsCrossNamespace,
      allowedResponseHeaders: controller.allowedResponseHeaders, secrets: cluster.secrets,
      configMaps: cluster.configMaps, services: cluster.services)
    settings = controller.settings(of: options.configMap)
    let screening = Screening(cluster, options, controller)
    for ingress in oldestFirst(cluster.ingresses) {
      let state = admit(ingress, screening, prefix: options.annotationsPrefix)
      states.append(
        IngressState(
          reference: ingress.reference, place: ingress.metadata.place, state: state))
    }
  }

  private mutating func admit(
    _ ingress: Ingress, _ screening: Screening, prefix: String
  ) -> IngressState.State {
    if let outcome = screening.outcome(of: ingress) {
      findings.append(outcome.finding)
      return outcome.state
    }
    let (counting, removed) = screening.annotations(of: ingress)
    findings += removed.map {
      Finding(.snippetRemoved, of: ingress.reference, at: $0.place, field: $0.key)
    }
    let annotations = PrefixedAnnotations(counting, prefix: prefix)
    guard !annotations.isEmpty else {
      served.append(
        ServedIngress(
          ingress: ingress, settings: IngressSettings(), annotationsPrefix: prefix))
      return .accepted
    }
    let reading = IngressSettings.read(
      annotations, namespace: ingress.metadata.namespace, surroundings)
    let refusal = screening.refusal(of: annotations) ?? reading.refusal
    findings += annotationFindings(ingress, annotations, reading, prefix: prefix)
    if let refusal {
      findings.append(
        Finding(
          .ingressDropped, of: ingress.reference, at: ingress.metadata.place, message: refusal))
      return .dropped(refusal)
    }
    served.append(
      ServedIngress(ingress: ingress, settings: reading.settings, annotationsPrefix: prefix))
    guard let denial = reading.settings.denial else {
      settings.add(reading.settings, of: ingress, annotations, prefix: prefix)
      return .accepted
    }
    findings.append(
      Finding(.ingressDenied, of: ingress.reference, at: ingress.metadata.place, message: denial))
    return .denied(denial)
  }
}

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
