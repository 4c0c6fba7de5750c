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
