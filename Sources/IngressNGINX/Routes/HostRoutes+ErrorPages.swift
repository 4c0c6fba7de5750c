import Kubernetes
import Routing

extension HostRoutes {
  /// The error statuses of a location that another Service shows; the location's list replaces the
  /// ConfigMap's.
  func errorPages(_ block: LocationBlock) -> ErrorPages? {
    guard let errors = ingress(block)?.settings.customErrors else { return nil }
    let statuses = errors.statuses.isEmpty ? controller.errorStatuses : errors.statuses
    guard !statuses.isEmpty else { return nil }
    // The annotation lets backend errors through only beside a list of its own and while the
    // ConfigMap has none (`nginx.tmpl`, proxy_intercept_errors).
    let leaves =
      errors.leavesBackendErrors && !errors.statuses.isEmpty && controller.errorStatuses.isEmpty
    // The ConfigMap's statuses are always shown by the controller's own default backend.
    let own = errors.statuses.isEmpty ? nil : takeover(block)
    let fallback = defaultBackend.flatMap { $0.state == .ready ? $0 : nil }
    return ErrorPages(
      statuses: statuses, backend: own ?? fallback, interceptsBackends: !leaves,
      headers: routeHeaders(block))
  }

  /// The ConfigMap's error pages, which also hold where a location says nothing.
  var controllerErrorPages: ErrorPages? {
    guard !controller.errorStatuses.isEmpty else { return nil }
    return ErrorPages(
      statuses: controller.errorStatuses,
      backend: defaultBackend.flatMap { $0.state == .ready ? $0 : nil }, interceptsBackends: true)
  }

  /// What the Service of `default-backend` is told when it takes over for one without endpoints
  /// (`nginx.tmpl`, custom default backend).
  func takeoverHeaders(_ block: LocationBlock) -> HeaderChange? {
    guard let upstream = upstreams[block.location.upstream], !upstream.hasEndpoints,
      takeover(block) != nil
    else { return nil }
    return HeaderChange(
      set: [Header("x-code", "503"), Header("x-format", "$http_accept")] + routeHeaders(block))
  }

  /// Whose route it is, as error backends are told.
  private func routeHeaders(_ block: LocationBlock) -> [Header] {
    guard let served = ingress(block), let upstream = upstreams[block.location.upstream] else {
      return []
    }
    return [
      Header("x-namespace", served.namespace),
      Header("x-ingress-name", served.ingress.metadata.name),
      Header("x-service-name", upstream.service),
      Header("x-service-port", String(upstream.backend.port)),
    ]
  }

  /// A value with the variables that are known before a request comes.
  func filled(_ text: String, _ block: LocationBlock) -> String {
    guard text.contains("$"), let served = ingress(block) else { return text }
    let upstream = upstreams[block.location.upstream]
    let variables = [
      ("$namespace", served.namespace), ("$ingress_name", served.ingress.metadata.name),
      ("$service_name", upstream?.service ?? ""),
      ("$service_port", upstream.map { "\($0.backend.port)" } ?? ""),
      ("$location_path", block.location.path),
    ]
    return variables.reduce(text) { text, variable in
      text.replacing(variable.0, with: variable.1)
    }
  }
}
