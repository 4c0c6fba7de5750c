import Evidence
import Kubernetes
import Routing

extension Configuration {
  /// One server with its locations.
  func inspected(_ server: Server) -> ServerInspection {
    let isRegex = server.isRegexHost(ingresses)
    let owner = server.owner.map { ingresses[$0].ingress }
    return ServerInspection(
      host: server.name, aliases: server.settings.aliases.map(\.value),
      certificate: server.certificate?.text, isRegexMode: isRegex, owner: owner?.reference,
      place: owner?.metadata.place, settings: inspectedSettings(of: server),
      locations: server.blocks(ingresses).map { inspected($0, isRegex: isRegex) })
  }

  private func inspected(_ block: LocationBlock, isRegex: Bool) -> LocationInspection {
    let location = block.location
    let owner = location.owner.map { ingresses[$0] }
    let takeover = takeover(location)?.upstream
    let upstream = upstreams[location.upstream]
    let first = upstream?.alternatives.first.flatMap { upstreams[$0.name] }
    let isTakenOver = takeover != nil && upstream?.hasEndpoints == false
    return LocationInspection(
      modifier: isRegex ? "~*" : block.modifier.rawValue,
      match: isRegex ? "^\(block.path.quoted)" : block.path, path: block.path,
      pathType: block.isTwin || location.type == .exact ? "Exact" : "Prefix",
      ingressPath: location.path == block.path ? nil : location.path,
      owner: owner?.ingress.reference, place: location.origin.place,
      upstream: isTakenOver ? takeover ?? location.upstream : location.upstream,
      errorUpstream: takeover, isImplicit: location.isImplicit,
      denial: owner?.settings.denial, alternatives: upstream?.alternatives.map(\.name) ?? [],
      policy: first?.policy.map { PolicyInspection($0) },
      settings: owner.map { locationSettings(of: $0, block) } ?? [])
  }

  /// The settings of a location: what annotations of its owner say, else ConfigMap or default.
  private func locationSettings(
    of owner: ServedIngress, _ block: LocationBlock
  ) -> [SettingInForce] {
    owner.settingsInForce([.location, .zone], controller).filter { setting in
      block.location.appliesRedirects || !Self.redirectKeys.contains(setting.key)
    }
  }

  /// A catch-all made of `spec.defaultBackend` knows neither redirects nor rewrites.
  private static let redirectKeys = Set(
    (Family.redirect.keys + Family.rewrite.keys + Family.httpsRedirect.keys)
      .filter { $0 != "use-port-in-redirects" })
}

extension String {
  /// The text as it stands between quotes of the configuration.
  fileprivate var quoted: String {
    replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}

extension ServerCertificate {
  /// The Secret, or `default`.
  var text: String {
    switch self {
    case .secret(let secret): secret
    case .fallback: "default"
    }
  }
}

extension PolicyInspection {
  init(_ policy: Canary.Policy) {
    self.init(
      header: policy.header, headerValue: policy.headerValue, headerPattern: policy.headerPattern,
      cookie: policy.cookie, weight: policy.weight, weightTotal: policy.weightTotal)
  }
}
