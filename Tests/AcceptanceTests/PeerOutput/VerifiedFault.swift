import Gatewright
import Testing

/// A fault of another converter's output, with the request that shows it and both answers.
struct VerifiedFault: Sendable, CustomTestStringConvertible {
  var testDescription: String
  /// The class of host names.
  var host: String
  /// The method, address and headers of the request, on one line.
  var request: String
  var before: String
  var after: String

  /// Looks for the fault among the differences.
  func check(_ inputs: [Input], _ gateway: [Input]) {
    let report = verify(inputs, gateway: gateway)
    let found = report.differences.filter { $0.host == host && !$0.isExplained }
    let lines = found.map { line($0) }
    #expect(lines.contains("\(request): \(before), then \(after)"), "\(lines)")
    var tracer = Tracer(inputs, gateway: gateway)
    for difference in report.differences {
      let traced = tracer.trace(difference.request)
      #expect(traced.ingress?.outcome == difference.before.outcome)
      #expect(traced.gateway?.outcome == difference.after.outcome)
    }
  }

  private func line(_ difference: AnswerDifference) -> String {
    let request = difference.request
    let headers = request.headers.map { " \($0.name)=\($0.value ?? "")" }.joined()
    let url = "\(request.scheme.rawValue)://\(request.host)\(request.target)\(headers)"
    return "\(url): \(answer(difference.before)), then \(answer(difference.after))"
  }

  private func answer(_ answer: TraceAnswer) -> String {
    [summary(of: answer), answer.upstreamPath].compactMap { $0 }.joined(separator: " ")
  }
}
