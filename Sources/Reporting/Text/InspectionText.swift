import Evidence
import Gatewright

/// A configuration for a terminal: refused Ingresses, then server by server, then upstreams.
func text(_ report: InspectionReport, showsDefaults: Bool, _ style: TextStyle) -> String {
  var page = Page(style)
  let inspection = report.inspection
  for refusal in inspection.refusals {
    page.line(page.painted("nginx refuses the whole configuration: \(refusal)", .red))
  }
  write(inspection.ingresses, on: &page)
  for server in inspection.servers { write(server, showsDefaults, on: &page) }
  for redirect in inspection.redirects {
    page.space()
    page.line(page.painted("server \(redirect.from)", .bold))
    page.line("redirects to \(redirect.to)  (\(redirect.owner))", indent: 2)
  }
  write(inspection.upstreams, showsDefaults, on: &page)
  for group in report.findings {
    page.space()
    write(group, on: &page)
  }
  return page.text
}

/// Ingresses that are not served as they stand, and how many are.
private func write(_ ingresses: [IngressInspection], on page: inout Page) {
  let served = ingresses.filter { $0.state == .accepted }.count
  page.entry(
    "Ingresses", "\(grouped(served)) of \(grouped(ingresses.count)) served", indent: 0, column: 11)
  for ingress in ingresses where ingress.state != .accepted {
    let colour: Colour = ingress.state == .ignored ? .faint : .red
    page.line(
      page.painted(ingress.state.rawValue.padded(to: 9), colour)
        + "\(ingress.reference.namespace)/\(ingress.reference.name)  \(ingress.place)", indent: 2)
    page.entry("", ingress.reason ?? "", indent: 2, column: 11)
  }
}

private func write(_ server: ServerInspection, _ showsDefaults: Bool, on page: inout Page) {
  page.space()
  let names = ([server.host] + server.aliases).joined(separator: " ")
  page.line(page.painted("server \(names)", .bold) + origin(server.owner, server.place))
  let mode = server.isRegexMode ? "every path is a case-insensitive expression" : ""
  page.entry("paths", mode, indent: 2, column: 15)
  page.entry("certificate", server.certificate ?? "", indent: 2, column: 15)
  write(server.settings, indent: 2, showsDefaults, on: &page)
  for location in server.locations { write(location, showsDefaults, on: &page) }
}

private func write(_ location: LocationInspection, _ showsDefaults: Bool, on page: inout Page) {
  let parts = ["location", location.modifier, location.match].filter { !$0.isEmpty }
  let kind = location.isImplicit ? "implicit" : location.pathType
  let written = location.ingressPath.map { " \($0)" } ?? ""
  page.line(
    page.painted(parts.joined(separator: " "), .cyan) + "  \(kind)\(written)"
      + origin(location.owner, location.place), indent: 2)
  if let denial = location.denial {
    page.entry("answers", "503, because of \(denial)", indent: 4, column: 15)
  } else {
    page.entry("upstream", location.upstream, indent: 4, column: 15)
  }
  page.entry("error pages", location.errorUpstream ?? "", indent: 4, column: 15)
  if let policy = location.policy, let first = location.alternatives.first {
    page.entry("canary", "\(first): \(policy.words)", indent: 4, column: 15)
    let others = location.alternatives.dropFirst().joined(separator: ", ")
    page.entry("never asked", others, indent: 4, column: 15)
  }
  write(location.settings, indent: 4, showsDefaults, on: &page)
}

private func write(
  _ upstreams: [UpstreamInspection], _ showsDefaults: Bool, on page: inout Page
) {
  page.space()
  page.line(page.painted("upstreams", .bold))
  for upstream in upstreams {
    let count = upstream.endpoints.map { "\($0) endpoints" } ?? "endpoints not in the input"
    let backend = upstream.backend ?? "the controller's own 404"
    let words = [backend, upstream.endpoints == 1 ? "1 endpoint" : count]
      .joined(separator: ", ")
    page.line("\(upstream.name)  (\(words))", indent: 2)
    page.entry("canary by", upstream.policy?.words ?? "", indent: 4, column: 15)
    write(upstream.settings, indent: 4, showsDefaults, on: &page)
  }
}

/// One line for each setting that somebody wrote, and on demand for the others.
private func write(
  _ settings: [SettingInForce], indent: Int, _ showsDefaults: Bool, on page: inout Page
) {
  for setting in settings where showsDefaults || !setting.isDefault {
    let value = setting.value.split(whereSeparator: \.isNewline).joined(separator: " ")
    let line = "\(setting.key): \(value)"
    page.line(line + page.painted("  (\(setting.source.words))", .faint), indent: indent)
  }
}

private func origin(_ owner: ObjectReference?, _ place: Place?) -> String {
  let words = [owner?.description, place?.description].compactMap { $0 }
  return words.isEmpty ? "" : "  (\(words.joined(separator: ", ")))"
}

extension SettingInForce.Source {
  fileprivate var words: String {
    switch self {
    case .annotation(let owner, let place): place?.description ?? owner.description
    case .configMap(let place): place.map { "ConfigMap, \($0)" } ?? "ConfigMap"
    case .defaults: "default"
    }
  }
}

extension PolicyInspection {
  /// The rules in the order in which they are asked.
  fileprivate var words: String {
    var words: [String] = []
    if !header.isEmpty {
      if !headerValue.isEmpty {
        words.append("header \(header) is \(headerValue)")
      } else if !headerPattern.isEmpty {
        words.append("header \(header) fits \(headerPattern)")
      } else {
        words.append("header \(header) always or never")
      }
    }
    if !cookie.isEmpty { words.append("cookie \(cookie) always or never") }
    if weight != 0 || words.isEmpty { words.append("weight \(weight) of \(max(100, weightTotal))") }
    return words.joined(separator: ", then ")
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
