import Evidence
import Kubernetes

/// Which Ingresses the controller looks at, before it reads what their annotations say
/// (`store.New`, the handlers of Ingresses, in their order).
struct Screening: Sendable {
  /// Why an Ingress is not served, and what is to be said of it.
  struct Outcome: Sendable {
    var state: IngressState.State
    var finding: Finding
  }

  private let options: ControllerOptions
  private let settings: ControllerSettings
  private let classes: [String: IngressClass]
  let namespaces: WatchedNamespaces

  init(_ cluster: Cluster, _ options: ControllerOptions, _ settings: ControllerSettings) {
    self.options = options
    self.settings = settings
    classes = cluster.ingressClasses
    namespaces = WatchedNamespaces(cluster, options)
  }

  /// Why the Ingress is left out; nil where it is taken in.
  func outcome(of ingress: Ingress) -> Outcome? {
    if !namespaces.contain(ingress.metadata.namespace) {
      return ignored(ingress, .ingressNotWatched, namespaces.reason)
    }
    if !isServed(ingress, classes, options) {
      let name = className(of: ingress)
      return ignored(
        ingress, name == nil ? .ingressWithoutClass : .ingressOfAnotherClass,
        name.map { "its class is \($0)" } ?? "")
    }
    if options.inspectsDeeply, let forbidden = ingress.forbiddenText {
      return dropped(ingress, forbidden)
    }
    if options.disablesCatchAll, ingress.defaultBackend != nil {
      return ignored(ingress, .catchAllDisabled, "")
    }
    return nil
  }

  /// The annotations that count: where snippets are not allowed, they are taken away
  /// (`controller.dropSnippetDirectives`).
  func annotations(of ingress: Ingress) -> (counting: [Annotation], removed: [Annotation]) {
    guard settings.acceptsCriticalAnnotations, !settings.allowsSnippets else {
      return (ingress.metadata.annotations, [])
    }
    let snippets = Set(Family.criticalKeys.map { "\(options.annotationsPrefix)/\($0)" })
    let all = ingress.metadata.annotations
    return (
      all.filter { !snippets.contains($0.key) }, all.filter { snippets.contains($0.key) }
    )
  }

  /// Why the annotations take the whole Ingress with them, whatever their family says: a blocked
  /// word, or too high a risk.
  func refusal(of annotations: PrefixedAnnotations) -> String? {
    blockedWord(in: annotations) ?? risk(of: annotations)
  }

  private func blockedWord(in annotations: PrefixedAnnotations) -> String? {
    let words = settings.blockedWords
    return annotations.inOrder.lazy.compactMap { key, annotation in
      words.first { $0.isEmpty || annotation.value.contains($0) }.map { word in
        "\(key): it contains \"\(word)\", which annotation-value-word-blocklist forbids"
      }
    }.first
  }

  private func risk(of annotations: PrefixedAnnotations) -> String? {
    let level = settings.riskLevel
    let risky = annotations.inOrder.first { (catalogued($0.key)?.risk ?? .low) > level }
    return risky.map {
      "\($0.key): its risk \((catalogued($0.key)?.risk ?? .low).word) is above annotations-risk-level "
        + level.word
    }
  }

  private func ignored(_ ingress: Ingress, _ rule: Rule, _ message: String) -> Outcome {
    Outcome(
      state: .ignored,
      finding: Finding(
        rule, of: ingress.reference, at: ingress.metadata.place, message: message))
  }

  private func dropped(_ ingress: Ingress, _ forbidden: ForbiddenText) -> Outcome {
    let reason = "\(forbidden.field): it contains \(forbidden.text)"
    return Outcome(
      state: .dropped(reason),
      finding: Finding(
        .ingressDropped, of: ingress.reference, at: forbidden.place, field: forbidden.field,
        message: reason,
        before: "The controller fears that the text breaks out of its "
          + "configuration (--deep-inspect) and leaves the Ingress out; its paths answer 404.",
        remedy: "Remove the text, then migrate again."))
  }
}

extension Rule {
  static let ingressNotWatched = Rule(
    "ingress-not-watched", .note, .notServed,
    title: "The controller does not watch the namespace of the Ingress",
    before: "ingress-nginx does not serve it.",
    after: "It is not carried over.",
    remedy: "Migrate it with the flags of the controller that serves it.")
  static let catchAllDisabled = Rule(
    "catch-all-disabled", .warning, .notServed,
    title: "The Ingress has a default backend, and --disable-catch-all leaves it out",
    before: "ingress-nginx leaves out the whole Ingress, its rules, too.",
    after: "It is not carried over.",
    remedy: "Remove spec.defaultBackend if its rules should be served.")
  static let snippetRemoved = Rule(
    "snippet-removed", .note, .equivalent,
    title: "The snippet does not count because allow-snippet-annotations is false",
    before: "ingress-nginx takes the snippet away and serves the rest of the Ingress.",
    after: "They do the same.",
    remedy: "Remove the annotation.")
}
