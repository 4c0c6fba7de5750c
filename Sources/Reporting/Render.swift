public import Evidence
public import Gatewright

/// Tells a report.
public func render(_ report: Report, as format: Format) -> String {
  switch format {
  case .text(let style): text(report, style)
  case .markdown: markdown(report)
  case .json: JSON(report).printed() + "\n"
  }
}

/// Tells a difference.
public func render(_ difference: Difference, as format: Format) -> String {
  switch format {
  case .text(let style): text(difference, style)
  case .markdown: markdown(difference)
  case .json: JSON(difference).printed() + "\n"
  }
}

/// Tells what became of one request.
///
/// - Parameters:
///   - traced: the request and what both sides do with it.
///   - request: the request as it was given, to be repeated as it stands; nil writes it anew.
///   - format: how to tell it.
/// - Returns: the text; as JSON it is one line.
public func render(_ traced: Traced, request: JSON? = nil, as format: Format) -> String {
  switch format {
  case .text(let style): text(traced, style)
  case .markdown: markdown(traced)
  case .json: JSON(traced, request: request).line() + "\n"
  }
}

/// Tells what Istio writes into the status of objects, as a JSON list.
public func render(_ statuses: [ObjectStatus]) -> String {
  JSON.array(statuses.map { JSON($0) }).printed() + "\n"
}

/// Tells what ingress-nginx makes of manifests.
///
/// - Parameters:
///   - report: the configuration and what is to be said of it.
///   - showsDefaults: whether text also lists the settings that nobody wrote; JSON always does.
///   - format: how to tell it; Markdown is told as text in a code block.
/// - Returns: the text.
public func render(
  _ report: InspectionReport, showsDefaults: Bool = false, as format: Format
) -> String {
  switch format {
  case .text(let style): text(report, showsDefaults: showsDefaults, style)
  case .markdown:
    "```\n" + text(report, showsDefaults: showsDefaults, TextStyle()) + "```\n"
  case .json: JSON(report).printed() + "\n"
  }
}

/// Tells a verification.
public func render(_ report: VerificationReport, as format: Format) -> String {
  switch format {
  case .text(let style): text(report, style)
  case .markdown: markdown(report)
  case .json: JSON(report).printed() + "\n"
  }
}

/// Tells where the fields of an object came from.
public func render(_ origins: ObjectOrigins, as format: Format) -> String {
  switch format {
  case .text(let style): text(origins, style)
  case .markdown: markdown(origins)
  case .json: JSON(origins).printed() + "\n"
  }
}
