import Evidence
import GatewayAPI
import Kubernetes
import Routing

/// Says which requests get a line in the access log: one Telemetry for each Gateway.
struct AccessLogs {
  private let plans: [HostPlan]
  private let options: WriteOptions
  /// What switches the log off for everything; nil where nothing does.
  private let disabling: Origin?

  init(_ plans: [HostPlan], _ settings: Settings, _ options: WriteOptions) {
    self.plans = plans
    self.options = options
    disabling = settings.deciding(.accessLog, of: nil).first?.origin
  }

  /// The Ingresses whose requests get no line.
  var findings: [Finding] {
    if let disabling {
      return [
        Finding(
          .accessLogDiffers, of: disabling.object, at: disabling.place, field: disabling.part,
          before: "nginx writes no access log.",
          after: "Envoy writes none, unless MeshConfig's "
            + "accessLogFile switches one on.", remedy: "Leave accessLogFile empty.")
      ]
    }
    let origins = plans.flatMap(\.locations).filter { !$0.route.isLogged }
      .map(\.route.origin)
    var seen: Set<ObjectReference> = []
    return origins.compactMap { origin in
      guard let object = origin.object, seen.insert(object).inserted else { return nil }
      return Finding(.accessLogDiffers, of: object, at: origin.start ?? origin.place)
    }
  }

  /// The objects, by namespace.
  var objects: [Telemetry] {
    guard disabling == nil else {
      return gateways(of: plans.flatMap(\.locations)).sorted().map { gateway in
        telemetry(
          gateway, Telemetry.AccessLogging(providers: [], isDisabled: true),
          "disable-access-log of the controller's ConfigMap")
      }
    }
    var conditions: [ObjectName: [String]] = [:]
    for plan in plans {
      let gateways = gateways(of: plan.locations.filter { !$0.route.isLogged })
      guard !gateways.isEmpty else { continue }
      let condition = condition(of: plan)
      for gateway in gateways { conditions[gateway, default: []].append(condition) }
    }
    return conditions.sorted { $0.key < $1.key }.map { gateway, conditions in
      telemetry(
        gateway,
        Telemetry.AccessLogging(
          providers: ["envoy"], expression: conditions.joined(separator: " && ")),
        "leaves out what enable-access-log switches off")
    }
  }

  /// The Gateways that serve some locations.
  private func gateways(of locations: [SpokenRoute]) -> Set<ObjectName> {
    Set(locations.compactMap(\.route.owner?.namespace).map { options.gateway(of: $0) })
  }

  private func telemetry(
    _ gateway: ObjectName, _ logging: Telemetry.AccessLogging, _ comment: String
  ) -> Telemetry {
    Telemetry(
      metadata: Metadata(
        name: bounded("\(gateway.name)-access-log", 253), namespace: gateway.namespace),
      gateways: [gateway.name], accessLogging: [logging],
      comments: options.writesProvenance ? [comment] : [])
  }

  /// Holds for each request that is logged, as far as this host is concerned.
  private func condition(of plan: HostPlan) -> String {
    let locations = plan.locations.filter { $0.path != nil }
    let host = hostCondition(plan)
    guard locations.contains(where: \.route.isLogged) else { return "!\(host)" }
    let decision = locations.reversed().reduce("true") { rest, location in
      let path = location.path.map(pathCondition) ?? "false"
      return "(\(path) ? \(location.route.isLogged) : \(rest))"
    }
    return "(!\(host) || \(decision))"
  }

  /// Longer names of other hosts are not taken by a wildcard.
  private func hostCondition(_ plan: HostPlan) -> String {
    guard let hostname = plan.hostname else {
      let others = plans.compactMap(\.hostname).map(nameCondition)
      return others.isEmpty ? "(true)" : "(!(\(others.joined(separator: " || "))))"
    }
    guard hostname.hasPrefix("*.") else { return "(\(nameCondition(hostname)))" }
    let domain = hostname.dropFirst()
    let others = plans.compactMap(\.hostname)
      .filter { $0 != hostname && $0.hasSuffix(domain) }.map { " && !(\(nameCondition($0)))" }
    return "(\(nameCondition(hostname))\(others.joined()))"
  }

  private func nameCondition(_ hostname: String) -> String {
    guard hostname.hasPrefix("*.") else {
      let port = celText(hostname + ":")
      return "request.host == \(celText(hostname)) || request.host.startsWith(\(port))"
    }
    let domain = hostname.dropFirst(2).replacing(".", with: "\\.")
    return "request.host.matches(\(celText("^.+\\.\(domain)(:[0-9]+)?$")))"
  }

  private func pathCondition(_ path: HTTPRoute.Path) -> String {
    let value = path.value
    switch path.type {
    case .exact: return "request.url_path == \(celText(value))"
    case .pathPrefix where value == "/": return "true"
    case .pathPrefix:
      let bare = value.hasSuffix("/") ? String(value.dropLast()) : value
      return "(request.url_path == \(celText(bare)) || "
        + "request.url_path.startsWith(\(celText(bare + "/"))))"
    case .regularExpression: return "request.url_path.matches(\(celText("^(?:\(value))$")))"
    }
  }
}

/// A text as CEL writes it.
private func celText(_ text: some StringProtocol) -> String {
  let escaped = String(text).replacing("\\", with: "\\\\").replacing("'", with: "\\'")
    .replacing("\n", with: "\\n")
  return "'\(escaped)'"
}

extension Rule {
  static let accessLogDiffers = Rule(
    "access-log-differs", .note, .changed,
    title: "A part of the requests is left out of the access log by a Telemetry",
    before: "nginx writes no line for the paths of the Ingress, and one for every other request.",
    after: "Envoy does the same, in a format of its own; a log that MeshConfig's accessLogFile "
      + "switches on has all requests.",
    remedy: "Leave accessLogFile empty, and let the Telemetry switch the log on.")
}
