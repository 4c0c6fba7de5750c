import Evidence
import Gatewright

extension JSON {
  /// A configuration; the keys are those of the project's recorded configurations.
  init(_ report: InspectionReport) {
    let inspection = report.inspection
    self = .object([
      Member("schemaVersion", .integer(1)),
      Member("nginxConfig", .string(inspection.refusals.isEmpty ? "accepted" : "refused")),
      Member("configError", JSON(inspection.refusals.first)),
      Member("ingresses", .array(inspection.ingresses.map { JSON($0) })),
      Member(
        "order",
        .array(
          inspection.ingresses.filter { [.accepted, .denied].contains($0.state) }
            .map { .string(name($0.reference)) })),
      Member("hosts", .array(inspection.servers.map { JSON($0) })),
      Member("upstreams", .array(inspection.upstreams.map { JSON($0) })),
      Member("redirectServers", .array(inspection.redirects.map { JSON($0) })),
      Member("findings", .array(report.findings.map { JSON($0) })),
    ])
  }

  private init(_ ingress: IngressInspection) {
    var members = [
      Member("name", .string(name(ingress.reference))),
      Member("state", .string(ingress.state.rawValue)),
    ]
    if let reason = ingress.reason { members.append(Member("reason", .string(reason))) }
    members.append(Member("canary", .bool(ingress.isCanary)))
    members.append(Member("place", JSON(ingress.place)))
    self = .object(members)
  }

  private init(_ redirect: RedirectInspection) {
    self = .object([
      Member("from", .string(redirect.from)), Member("to", .string(redirect.to)),
      Member("ingress", .string(name(redirect.owner))),
    ])
  }

  private init(_ server: ServerInspection) {
    var members = [Member("host", .string(server.host))]
    if !server.aliases.isEmpty {
      members.append(Member("aliases", .array(server.aliases.map { .string($0) })))
    }
    if let certificate = server.certificate {
      members.append(Member("certificate", .string(certificate)))
    }
    members += [
      Member("regexMode", .bool(server.isRegexMode)),
      Member("ingress", JSON(server.owner.map(name))),
      Member("settings", Self.settings(server.settings)),
      Member("locations", .array(server.locations.map { JSON($0) })),
    ]
    self = .object(members)
  }
}

extension JSON {
  fileprivate init(_ location: LocationInspection) {
    var members = [
      Member("modifier", .string(location.modifier)), Member("match", .string(location.match)),
      Member("path", .string(location.path)), Member("pathType", .string(location.pathType)),
      Member("ingress", JSON(location.owner.map(name))),
      Member("upstream", .string(location.upstream)),
    ]
    if location.isImplicit { members.append(Member("implicit", .bool(true))) }
    if let path = location.ingressPath { members.append(Member("ingressPath", .string(path))) }
    if let denial = location.denial { members.append(Member("denied", .string(denial))) }
    if let upstream = location.errorUpstream {
      members.append(Member("errorUpstream", .string(upstream)))
    }
    if !location.alternatives.isEmpty {
      members.append(
        Member("alternatives", .array(location.alternatives.map { .string($0) })))
    }
    if let policy = location.policy { members.append(Member("policy", JSON(policy))) }
    members += [
      Member("settings", Self.settings(location.settings)),
      Member("place", location.place.map { JSON($0) } ?? .null),
    ]
    self = .object(members)
  }

  fileprivate init(_ upstream: UpstreamInspection) {
    var members = [
      Member("name", .string(upstream.name)), Member("backend", JSON(upstream.backend)),
      Member("endpoints", .integer(upstream.endpoints ?? 1)),
      Member("endpointsKnown", .bool(upstream.endpoints != nil)),
    ]
    if let policy = upstream.policy {
      members += [Member("canaryOnly", .bool(true)), Member("policy", JSON(policy))]
    }
    if !upstream.alternatives.isEmpty {
      members.append(
        Member("alternatives", .array(upstream.alternatives.map { .string($0) })))
    }
    members.append(Member("settings", Self.settings(upstream.settings)))
    self = .object(members)
  }

  /// A policy without what is not written.
  fileprivate init(_ policy: PolicyInspection) {
    var members: [Member] = []
    if policy.weight != 0 { members.append(Member("weight", .integer(policy.weight))) }
    members.append(Member("weightTotal", .integer(policy.weightTotal)))
    let texts = [
      ("header", policy.header), ("headerValue", policy.headerValue),
      ("headerPattern", policy.headerPattern), ("cookie", policy.cookie),
    ]
    members += texts.filter { !$0.1.isEmpty }.map { Member($0.0, .string($0.1)) }
    self = .object(members)
  }

  /// Settings by key, each with its value and where that comes from.
  fileprivate static func settings(_ settings: [SettingInForce]) -> JSON {
    .object(
      settings.map { setting in
        var members = [Member("value", .string(setting.value))]
        switch setting.source {
        case .annotation(let owner, let place):
          members += [
            Member("source", .string("annotation")), Member("ingress", .string(name(owner))),
            Member("place", place.map { JSON($0) } ?? .null),
          ]
        case .configMap(let place):
          members += [
            Member("source", .string("configmap")),
            Member("place", place.map { JSON($0) } ?? .null),
          ]
        case .defaults: members.append(Member("source", .string("default")))
        }
        return Member(setting.key, .object(members))
      })
  }
}

/// An object as `namespace/name`.
private func name(_ reference: ObjectReference) -> String {
  "\(reference.namespace)/\(reference.name)"
}
