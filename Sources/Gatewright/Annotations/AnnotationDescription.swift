public import Evidence
import IngressNGINX
import Routing

/// What there is to know of one annotation of ingress-nginx v1.15.1.
public struct AnnotationDescription: Hashable, Sendable {
  /// The key without the prefix `nginx.ingress.kubernetes.io/`.
  public var key: String
  /// The annotations that the controller reads together with it, as one word.
  public var family: String
  /// What ingress-nginx does because of it; completes "ingress-nginx …".
  public var meaning: String
  /// What its value may be.
  public var syntax: String
  /// What holds where it is not written.
  public var fallback: String
  /// What a value holds for.
  public var scope: Scope
  /// What a value that cannot be used does.
  public var failure: Failure
  /// How dangerous the controller thinks it is.
  public var risk: Risk
  /// What else a user should know, one sentence each.
  public var notes: [String]
  /// How far the new routes carry it.
  public var fidelity: Fidelity
  /// What the new routes do, one sentence about "them".
  public var fate: String
  /// How much its loss matters; nil where it is never lost.
  public var severity: Severity?
  /// Whether the controller also reads it on canary Ingresses.
  public var countsOnCanaries: Bool
  /// Where ingress-nginx documents it; nil where it does not.
  public var documentation: String?

  /// The whole key.
  public var annotation: String { "\(annotationPrefix)/\(key)" }

  /// Every annotation, sorted by key.
  public static let all: [AnnotationDescription] = DescribedAnnotation.all.map { Self($0) }
}

extension AnnotationDescription {
  init(_ described: DescribedAnnotation) {
    let guide = "https://kubernetes.github.io/ingress-nginx/user-guide"
    key = described.key
    family = described.family
    meaning = described.meaning
    syntax = described.syntax
    fallback = described.fallback
    scope = Scope(described.scope)
    failure = Failure(described.failure)
    risk = Risk(described.risk)
    notes = described.notes
    fidelity = Fidelity(described.fidelity)
    let cost = described.loss?.consequence ?? ""
    fate = [fidelity.words, fidelity.isWhole ? "" : cost].filter { !$0.isEmpty }
      .joined(separator: " ")
    severity = described.loss?.severity
    countsOnCanaries = described.countsOnCanaries
    documentation = described.heading.map { "\(guide)/nginx-configuration/annotations/#\($0)" }
  }
}
