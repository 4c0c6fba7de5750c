import Kubernetes

/// Everything that the annotations of one Ingress say, family by family.
struct IngressSettings: Sendable {
  var canary = Canary.Setting()
  var httpsRedirect = HTTPSRedirect.Setting()
  var rewrite = Rewrite.Setting()
  var redirect = Redirect.Setting()
  var upstreamHost = UpstreamHost.Setting()
  var loadBalancing = LoadBalancing.Setting()
  var affinity = SessionAffinity.Setting()
  var defaultBackend = DefaultBackend.Setting()
  var customErrors = CustomErrors.Setting()
  var addresses = AddressLists.Setting()
  var cors = CrossOrigin.Setting()
  /// Why every path answers 503; nil where they do not.
  var denial: String?
}

/// What reading the annotations of one Ingress gives.
struct IngressSettingsReading: Sendable {
  var settings: IngressSettings
  var doubts: [Doubt]
  /// Why the Ingress is refused as a whole; nil where it is not.
  var refusal: String?
}

extension IngressSettings {
  /// Reads every family; the first refusal of the whole Ingress ends it.
  static func read(_ annotations: PrefixedAnnotations) -> IngressSettingsReading {
    var settings = IngressSettings()
    var doubts: [Doubt] = []
    do {
      settings.canary = try Canary.read(Annotations(annotations), doubts: &doubts)
      settings.httpsRedirect = try HTTPSRedirect.read(Annotations(annotations), doubts: &doubts)
      settings.rewrite = try Rewrite.read(Annotations(annotations), doubts: &doubts)
      settings.redirect = try Redirect.read(Annotations(annotations), doubts: &doubts)
      settings.upstreamHost = try UpstreamHost.read(Annotations(annotations), doubts: &doubts)
      settings.loadBalancing = try LoadBalancing.read(Annotations(annotations), doubts: &doubts)
      settings.affinity = try SessionAffinity.read(Annotations(annotations), doubts: &doubts)
      settings.defaultBackend = try DefaultBackend.read(Annotations(annotations), doubts: &doubts)
      settings.customErrors = try CustomErrors.read(Annotations(annotations), doubts: &doubts)
      settings.cors = try CrossOrigin.read(Annotations(annotations), doubts: &doubts)
      settings.addresses = try AddressLists.read(Annotations(annotations), doubts: &doubts)
    } catch {
      switch error {
      case .dropped(let key, let reason):
        return IngressSettingsReading(
          settings: settings, doubts: doubts, refusal: "\(key): \(reason)")
      case .denied(let key, let reason):
        settings.denial = "\(key): \(reason)"
      }
    }
    return IngressSettingsReading(settings: settings, doubts: doubts, refusal: nil)
  }
}
