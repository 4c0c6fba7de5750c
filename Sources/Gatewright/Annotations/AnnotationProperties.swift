import IngressNGINX

extension AnnotationDescription {
  /// What the value of an annotation holds for.
  public enum Scope: String, CaseIterable, Hashable, Sendable {
    /// Every path of the Ingress.
    case location
    /// The whole host.
    case server
    /// The Service and port.
    case upstream
    /// All hosts and paths of the Ingress together.
    case zone
    /// The Ingress itself.
    case ingress
    /// The whole controller.
    case controller

    /// The scope in words.
    public var words: String {
      switch self {
      case .location: "the paths of the Ingress, and / of the hosts that it is the first to name"
      case .server: "the whole host, for all Ingresses that name it"
      case .upstream: "the Service and port, wherever they are used"
      case .zone: "all hosts and paths of the Ingress together"
      case .ingress: "the Ingress itself"
      case .controller: "everything that the controller serves"
      }
    }
  }

  /// What a value that cannot be used does.
  public enum Failure: String, CaseIterable, Hashable, Sendable {
    /// Only the annotation is ignored.
    case ignored
    /// Its whole family is ignored.
    case groupLost = "group-lost"
    /// Every path of the Ingress answers 503.
    case denied
    /// The whole Ingress is refused.
    case dropped

    /// The failure in words.
    public var words: String {
      switch self {
      case .ignored: "is ignored"
      case .groupLost: "makes the controller ignore the whole family"
      case .denied: "makes every path of the Ingress answer 503"
      case .dropped: "makes the controller refuse the whole Ingress"
      }
    }
  }

  /// How dangerous the controller thinks an annotation is; above `annotations-risk-level` it refuses
  /// the Ingress.
  public enum Risk: String, CaseIterable, Hashable, Sendable {
    /// Harmless.
    case low
    /// Between harmless and dangerous.
    case medium
    /// Dangerous, and allowed by default.
    case high
    /// Refused by default.
    case critical
  }
}

extension AnnotationDescription {
  /// How far the new routes carry an annotation.
  public enum Fidelity: String, CaseIterable, Hashable, Sendable {
    /// All of it.
    case exact
    /// All of it but for a class of requests that a finding names.
    case caveat
    /// Some values, or a part of what they do.
    case partial
    /// Nothing.
    case none
    /// Nothing, and nothing is missed.
    case needless

    /// The fidelity in words.
    public var words: String {
      switch self {
      case .exact: "They do the same."
      case .caveat: "They do the same, but for requests that a finding names."
      case .partial: "They do a part of it, and a finding names the rest."
      case .none: "They do not have it."
      case .needless: "They need nothing for it."
      }
    }

    /// Whether all of it is carried over, as far as somebody can tell.
    var isWhole: Bool {
      switch self {
      case .exact, .caveat, .needless: true
      case .partial, .none: false
      }
    }
  }
}

extension AnnotationDescription.Fidelity {
  init(_ fidelity: Carriage.Fidelity) {
    self =
      switch fidelity {
      case .exact: .exact
      case .caveat: .caveat
      case .partial: .partial
      case .none: .none
      case .needless: .needless
      }
  }
}

extension AnnotationDescription.Scope {
  init(_ scope: AnnotationEntry.Scope) {
    self =
      switch scope {
      case .location: .location
      case .server: .server
      case .upstream: .upstream
      case .zone: .zone
      case .ingress: .ingress
      case .controller: .controller
      }
  }
}

extension AnnotationDescription.Failure {
  init(_ failure: AnnotationEntry.Failure) {
    self =
      switch failure {
      case .ignored: .ignored
      case .groupLost: .groupLost
      case .denied: .denied
      case .dropped: .dropped
      }
  }
}

extension AnnotationDescription.Risk {
  init(_ risk: AnnotationRisk) {
    self =
      switch risk {
      case .low: .low
      case .medium: .medium
      case .high: .high
      case .critical: .critical
      }
  }
}
