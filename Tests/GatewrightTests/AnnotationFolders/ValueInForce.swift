import Evidence
import Gatewright
import Kubernetes

/// What holds for the path of an Ingress, and who says so.
struct ValueInForce: Hashable, Sendable {
  enum Origin: String, Sendable {
    case annotation
    /// The annotation of another Ingress.
    case otherIngress = "another Ingress"
    case configMap = "ConfigMap"
    case defaults = "default"
  }

  var text: String
  var origin: Origin

  /// The text in one line.
  var line: String { text.replacing("\n", with: "\\n") }
}

extension ValueInForce {
  /// The value of a key; nil where nothing is in force, or the inspection does not show it.
  init?(of key: String, _ ingress: Ingress, in inspection: Inspection) {
    let host = ingress.rules.first?.host ?? ""
    guard let server = inspection.servers.first(where: { $0.host == host }),
      let location = server.locations.first(where: { !$0.isImplicit })
    else { return nil }
    let seen = inspection.ingresses.first { $0.place == ingress.metadata.place }
    let found =
      seen?.isCanary == true
      ? Self.ofCanary(key, ingress, location)
      : Self.ofOrdinary(key, ingress, server, location, in: inspection)
    guard let found else { return nil }
    self = found
  }

  private static func ofOrdinary(
    _ key: String, _ ingress: Ingress, _ server: ServerInspection, _ location: LocationInspection,
    in inspection: Inspection
  ) -> ValueInForce? {
    let upstream = inspection.upstreams.first { $0.name == location.upstream }
    let settings = location.settings + server.settings + (upstream?.settings ?? [])
    guard let setting = settings.first(where: { $0.key == key }) else { return nil }
    let origin: Origin =
      switch setting.source {
      case .annotation(let owner, _):
        owner.name == ingress.metadata.name ? .annotation : .otherIngress
      case .configMap: .configMap
      case .defaults: .defaults
      }
    return ValueInForce(text: setting.value, origin: origin)
  }

  /// The inspection tells what a canary decides, not where it comes from.
  private static func ofCanary(
    _ key: String, _ ingress: Ingress, _ location: LocationInspection
  ) -> ValueInForce? {
    guard let text = textOfCanary(key, location), !text.isEmpty else { return nil }
    let written = ingress.metadata.annotations.first { $0.key.hasSuffix("/" + key) }?.value
    let isOwn = key == "canary" || written == text
    return ValueInForce(text: text, origin: isOwn ? .annotation : .defaults)
  }

  private static func textOfCanary(_ key: String, _ location: LocationInspection) -> String? {
    switch key {
    case "canary": "true"
    case "canary-by-header": location.policy?.header
    case "canary-by-header-value": location.policy?.headerValue
    case "canary-by-header-pattern": location.policy?.headerPattern
    case "canary-by-cookie": location.policy?.cookie
    case "canary-weight": (location.policy?.weight).map(String.init)
    case "canary-weight-total": (location.policy?.weightTotal).map(String.init)
    default: nil
    }
  }
}
