import Kubernetes

extension Cluster {
  /// Where there is no Service at all, adds those that Ingresses name with a port number.
  ///
  /// The reader of ingress-nginx takes them to exist, so the new routes must find them as well.
  mutating func assumeServices() {
    guard services.isEmpty else { return }
    for ingress in ingresses {
      let paths = ingress.rules.flatMap { $0.paths ?? [] }
      for backend in paths.map(\.backend) + [ingress.defaultBackend].compactMap(\.self) {
        assume(backend, in: ingress.metadata.namespace)
      }
    }
  }

  private mutating func assume(_ backend: IngressBackend, in namespace: String) {
    guard case .service(let name, .number(let number)) = backend else { return }
    let port = ServicePort(name: "", port: number, targetPort: .number(number))
    let metadata = Metadata(name: name, namespace: namespace)
    services[ObjectName(namespace, name), default: Service(metadata: metadata, ports: [])]
      .ports.append(port)
  }
}
