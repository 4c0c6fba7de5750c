import Kubernetes
import Routing

/// The upstreams by name.
typealias Upstreams = [String: NginxUpstream]

/// The name of the controller's own default backend.
let defaultUpstreamName = "upstream-default-backend"

/// Makes the upstreams of all Ingresses, oldest first (`createUpstreams`): paths keep the first
/// Ingress's settings, `spec.defaultBackend` starts its upstream anew.
func createUpstreams(
  _ ingresses: [ServedIngress], _ services: ServiceResolution, _ controller: ControllerSettings
) -> Upstreams {
  var upstreams = Upstreams(minimumCapacity: 4 * ingresses.count)
  for (index, served) in ingresses.enumerated() {
    if case .service(let name, let port) = served.ingress.defaultBackend {
      let upstream = makeUpstream(index, served, name, port, services, controller)
      upstreams[upstream.name] = upstream
    }
    for rule in served.ingress.rules {
      for path in rule.paths ?? [] {
        guard case .service(let name, let port) = path.backend else { continue }
        let key = upstreamName(served.namespace, name, port)
        if upstreams[key] == nil {
          upstreams[key] = makeUpstream(index, served, name, port, services, controller)
        }
      }
    }
  }
  return upstreams
}

private func makeUpstream(
  _ index: Int, _ served: ServedIngress, _ service: String, _ port: ServicePortReference,
  _ services: ServiceResolution, _ controller: ControllerSettings
) -> NginxUpstream {
  let object = ObjectName(served.namespace, service)
  var backend = services.backend(object, port)
  // The address of the Service is an endpoint of its own, whatever stands behind it.
  let usesAddress = served.settings.serviceUpstream.isOn ?? controller.serviceUpstream
  if usesAddress, backend.state == .empty, services.hasAddress(object) { backend.state = .ready }
  return NginxUpstream(
    name: upstreamName(served.namespace, service, port), service: service,
    backend: backend, owner: index,
    isCanaryOnly: served.isCanary, policy: served.settings.canary.policy)
}
