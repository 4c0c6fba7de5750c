import GatewayAPI
import Routing

extension ServiceQuestion {
  /// As a provider of MeshConfig has it asked.
  init(_ provider: AuthorizationProvider) {
    self.init(
      address: provider.service.map { service in
        AskedAddress(
          host: service.host, port: service.port, target: provider.pathPrefix, addsRequest: true)
      }, upstreamHeaders: provider.upstreamHeaders, responseHeaders: provider.responseHeaders,
      refusalHeaders: provider.refusalHeaders)
  }

  /// As an EnvoyFilter has it asked about the requests of a route.
  init(_ service: EnvoyFilter.AuthorizationService) {
    let path = service.path
    self.init(
      address: AskedAddress(
        host: service.host, port: service.port, target: path.text, addsRequest: path.addsRequest),
      upstreamHeaders: service.upstreamHeaders, responseHeaders: service.responseHeaders,
      refusalHeaders: service.refusalHeaders)
  }
}
