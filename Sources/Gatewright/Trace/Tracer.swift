public import Evidence
import Tracing

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
      let manifests = gateway ?? [source.migrated(options: options)]
      let reader = GatewaySide(
        manifests, around: objects.cluster, assumesSecrets: gateway == nil,
        requests: options.pathNormalization.requestReading)
      findings += reader.findings
      self.gateway = reader
    }
    self.findings = Grouping(findings).groups
  }

  /// What each side does with a request, and whether they agree.
  public mutating func trace(_ request: RequestProbe) -> Traced {
    let before = ingress.map { TraceAnswer($0.answer(to: request.routed)) }
    let after = gateway?.answer(to: request)
    var traced = Traced(request: request, ingress: before, gateway: after)
    if let before, let after { traced.agree = agree(before, after) }
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

extension Source {
  /// The objects that the migration writes, printed: what a cluster would be given.
  func migrated(options: MigrationOptions) -> Input {
    var text = ""
    _ = migrate(self, options: options) { text += "---\n" + $0.yaml }
    return Input(name: "(migrated)", text: text)
  }
}
