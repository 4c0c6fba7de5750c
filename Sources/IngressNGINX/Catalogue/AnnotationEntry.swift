import Routing

/// What there is to know of one annotation of ingress-nginx v1.15.1.
package struct AnnotationEntry: Sendable {
  /// What its validator admits.
  var syntax: ValueSyntax
  /// What holds where it is not written.
  var fallback = Fallback.none
  /// What a value holds for.
  var scope = Scope.location
  /// What a value that the validator refuses does.
  var failure = Failure.ignored
  /// How dangerous the controller thinks it is.
  var risk = AnnotationRisk.low
  /// What ingress-nginx does because of it; completes "ingress-nginx …".
  var meaning: String
  /// What else a user should know, one sentence each.
  var notes: [String] = []
  /// What becomes of it in the new routes.
  var fate: Fate
  /// Whether the controller also reads it on canary Ingresses.
  var countsOnCanaries = false
  /// Whether a value that is ignored lets requests through that it seems to refuse.
  var failsOpen = false

  /// What holds where an annotation is not written.
  enum Fallback: Hashable, Sendable {
    /// Nothing happens.
    case none
    /// This value.
    case fixed(String)
    /// The value of this key of the controller's ConfigMap.
    case configMap(String)
  }

  /// What a value holds for.
  package enum Scope: String, CaseIterable, Sendable {
    /// Every location of the Ingress, and the implicit `/` of the hosts that it is the first to name.
    case location
    /// The whole server, for all Ingresses of the host.
    case server
    /// The upstream of a Service and port, wherever it is used.
    case upstream
    /// All hosts and paths of the Ingress together.
    case zone
    /// The Ingress itself.
    case ingress
    /// The whole controller.
    case controller
  }

  /// What a value that cannot be used does.
  package enum Failure: String, CaseIterable, Sendable {
    /// Only the annotation itself is ignored.
    case ignored
    /// Everything that its family says is dropped.
    case groupLost = "group-lost"
    /// Every path of the Ingress answers 503.
    case denied
    /// The whole Ingress is refused.
    case dropped
  }

  /// What becomes of an annotation in the new routes.
  enum Fate: Hashable, Sendable {
    /// They do the same.
    case carriedOver
    /// They do without it yet; `unless` is the value that asks for nothing anyway.
    case lost(Loss, unless: String = "")
  }
}

extension AnnotationEntry.Fate {
  /// Whether a value asks for nothing that would not happen anyway.
  func isNeutral(_ value: String) -> Bool {
    switch self {
    case .carriedOver: false
    case .lost(_, let neutral):
      !neutral.isEmpty
        && (value == neutral || boolean(neutral).map { $0 == boolean(value) } ?? false)
    }
  }
}
