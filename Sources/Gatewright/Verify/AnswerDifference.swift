public import Evidence
import GatewayWriter

/// Requests that are answered differently by the new routes, all in the same way.
public struct AnswerDifference: Hashable, Sendable {
  /// The class of host names.
  public var host: String
  /// The shortest such request.
  public var request: RequestProbe
  /// What ingress-nginx answers.
  public var before: TraceAnswer
  /// What the new routes answer.
  public var after: TraceAnswer
  /// In what the answers differ, for example `backend shares`.
  public var aspects: [String]
  /// Which paths, in words.
  public var paths: String
  /// In how many classes of requests.
  public var classes: Int
  /// The Ingress whose routes are concerned; nil where none takes the requests.
  public var ingress: ObjectReference?
  /// The findings that explain the difference, worst first.
  public var causes: [DifferenceCause]
  /// Whether findings explain all of it.
  public var isExplained: Bool

  /// A difference that no finding explains is an error.
  public var severity: Severity {
    isExplained ? causes.map(\.severity).max() ?? .note : .error
  }

  /// Whether the form that `--style` gives to paths is a reason.
  public var isByStyle: Bool { causes.contains { $0.code == styleChangesAnswerCode } }

  /// A command that sends the request to the proxy at `$ADDRESS`.
  public var curl: String { request.curl }
}

/// A finding that explains a difference.
public struct DifferenceCause: Hashable, Sendable {
  /// The finding's code.
  public var code: String
  /// How much it matters.
  public var severity: Severity
  /// The rule's title.
  public var title: String
  /// What to do.
  public var remedy: String
  /// Where the cause stands in the input.
  public var place: Place?
}
