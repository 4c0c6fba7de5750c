public import Evidence
import Routing
import Tracing
import Verification

/// Answers requests as ingress-nginx does and as the new routes do.
public struct Tracer {
  /// Which sides are asked.
  public enum Side: String, CaseIterable, Hashable, Sendable {
    /// Only ingress-nginx.
    case ingress
    /// Only the new routes.
    case gateway
    /// Both, and whether they agree.
    case both
  }

  /// What was found while reading both sides, equal findings together.
  public let findings: [FindingGroup]
  /// What Istio writes into the status of the new routes' objects; empty when that side is not asked.
  public var statuses: [ObjectStatus] { gateway?.statuses ?? [] }
  private let ingress: Answering?
  private var gateway: GatewaySide?
  /// What explains differences; nil where the new routes are not those of the migration.
  private var causes: Causes?
  /// What ingress-nginx would answer in the form of the style; nil where that is what it answers.
  private var styled: Answering?
  private var ingresses: Set<ObjectReference> = []

  /// Reads both sides.
  ///
  /// - Parameters:
  ///   - inputs: the manifests that ingress-nginx serves, with the Services around them.
  ///   - gateway: Gateway API manifests to ask for the new routes; nil asks the ones that
  ///     `migrate` writes for the inputs. Either way only YAML text is read.
  ///   - side: which sides are asked.
  ///   - options: what the user chose.
  public init(
    _ inputs: [Input], gateway: [Input]? = nil, side: Side = .both,
    options: MigrationOptions = MigrationOptions()
  ) {
    let objects =
      inputs.isEmpty
      ? Surroundings(inputs, keeping: []) : Surroundings(inputs, options: options)
    let source = Source(objects, options: options)
    ingress = side == .gateway ? nil : Answering(source.site)
    var findings = source.findings
    if side != .ingress {
      let translation = gateway == nil ? Translation(of: source, options: options) : nil
      let manifests = gateway ?? [translation?.manifests].compactMap { $0 }
      causes = (translation?.report.groups).map { Causes($0) }
      styled = options.styled(source.site)
      ingresses = Set(translation?.report.ingresses.map(\.reference) ?? [])
      let reader = GatewaySide(
        manifests, around: objects.cluster, assumesSecrets: gateway == nil,
        with: translation?.report.surroundings ?? RequiredSurroundings(), options: options)
      findings += reader.findings
      self.gateway = reader
    }
    self.findings = Grouping(findings).groups
  }

  /// What each side does with a request, and whether they agree.
  public mutating func trace(_ request: RequestProbe) -> Traced {
    let routed = request.routed
    let before = ingress.map { $0.answer(to: routed) }
    let after = gateway?.answer(to: request)
    var traced = Traced(
      request: request, ingress: before.map { TraceAnswer($0) },
      gateway: after.map { TraceAnswer($0) })
    guard let before, let after else { return traced }
    let aspects = before.disagreement(with: after)
    traced.agree = aspects.isEmpty
    traced.aspects = Aspect.allCases.filter(aspects.contains).map(\.rawValue)
    guard let causes, !aspects.isEmpty else { return traced }
    let facts = DifferenceFacts(
      request: routed, before: before, after: after, host: nil, routeBefore: nil,
      routeAfter: nil, styled: styled?.answer(to: routed))
    let explained = causes.explaining(facts, aspects, ingresses)
    traced.causes = explained.causes
    traced.isExplained = explained.isComplete
    return traced
  }
}

/// Traces requests through manifests; see `Tracer` for the parameters.
public func trace(
  _ requests: [RequestProbe], through inputs: [Input], gateway: [Input]? = nil,
  side: Tracer.Side = .both, options: MigrationOptions = MigrationOptions()
) -> [Traced] {
  var tracer = Tracer(inputs, gateway: gateway, side: side, options: options)
  return requests.map { tracer.trace($0) }
}
