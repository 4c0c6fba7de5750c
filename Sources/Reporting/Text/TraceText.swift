import Evidence
import Gatewright

/// A traced request for a terminal: each side step by step, then whether they agree.
func text(_ traced: Traced, _ style: TextStyle) -> String {
  var page = Page(style)
  page.line(page.painted(traced.request.line, .bold))
  for header in traced.request.headers {
    page.line("\(header.name): \(header.value ?? "")", indent: 2)
  }
  if let ingress = traced.ingress { write(ingress, of: "ingress-nginx", on: &page) }
  if let gateway = traced.gateway { write(gateway, of: "new routes", on: &page) }
  if let agree = traced.agree {
    page.space()
    page.line(agree ? page.painted("agree", .green) : page.painted("differ", .red))
    page.entry("in", traced.aspects.joined(separator: ", "), indent: 2, column: 18)
    for cause in traced.causes {
      page.entry("since", "\(cause.title) [\(cause.code)]", indent: 2, column: 18)
    }
  }
  return page.text
}

extension RequestProbe {
  /// Method and address on one line.
  var line: String {
    let port = port.map { ":\($0)" } ?? ""
    return "\(method) \(scheme.rawValue)://\(host)\(host.contains(":") ? "" : port)\(target)"
  }
}

private func write(_ answer: TraceAnswer, of side: String, on page: inout Page) {
  page.space()
  page.line(page.painted(side, .bold))
  for (index, step) in answer.steps.enumerated() {
    page.line("\(index + 1). \(words(for: step))", indent: 2)
  }
  for row in answer.rows { page.entry(row.label, row.words, indent: 2, column: 18) }
}

private func words(for step: TraceStep) -> String {
  let origin = [step.subject?.description, step.place?.description].compactMap { $0 }
  return origin.isEmpty ? step.text : "\(step.text)  (\(origin.joined(separator: ", ")))"
}

extension TraceAnswer {
  /// What a person reads of an answer, line by line.
  var rows: [(label: String, words: String)] {
    outcomeRows
      + [
        ("upstream path", upstreamPath ?? ""), ("upstream host", upstreamHost ?? ""),
        ("upstream scheme", upstreamScheme == "http" ? "" : upstreamScheme ?? ""),
        (
          "mirrored to",
          mirrored.map(\.words).joined(separator: "; ")
        ),
        ("backend status", backendStatus.map { String($0) } ?? ""),
        ("location", backendLocation ?? ""),
        ("to the backend", lines(upstreamHeaders)), ("to the client", lines(responseHeaders)),
        ("certificate", certificate ?? ""), ("depends on", conditions.joined(separator: "; ")),
      ].filter { !$0.1.isEmpty }
  }

  private var outcomeRows: [(label: String, words: String)] {
    switch outcome {
    case .forwarded(let shares): shares.map { ("backend", "\($0.receiver), \($0.words)") }
    case .answered(let status, let location):
      [("status", String(status))] + (location.map { [("location", $0)] } ?? [])
    case .failed(let reason): [("no answer", reason)]
    }
  }

  private func lines(_ headers: [HeaderLine]) -> String {
    headers.map { header in header.value.map { "\(header.name): \($0)" } ?? "no \(header.name)" }
      .joined(separator: "; ")
  }
}

extension TraceShare {
  /// The share as people write it: `always`, or percent with the exact fraction.
  var words: String {
    if numerator == denominator { return "always" }
    return "\(percentWords(share * 100)) (\(numerator)/\(denominator))"
  }
}

extension MirroredRequest {
  /// The copy as people write it, with its part where it is not made of every request.
  fileprivate var words: String {
    "\(method) \(host)\(target)" + (percent == 100 ? "" : ", \(percentWords(percent))")
  }
}

/// So many percent, with two digits at most.
private func percentWords(_ percent: Double) -> String {
  let rounded = (percent * 100).rounded() / 100
  return "\(Int(exactly: rounded).map { String($0) } ?? String(rounded)) %"
}
