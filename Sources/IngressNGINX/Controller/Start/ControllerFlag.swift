package import Evidence
import Kubernetes

/// One flag as it was given to the controller: on gatewright's command line, or in a manifest.
package struct ControllerFlag: Hashable, Sendable {
  /// The name without dashes, for example `ingress-class`.
  package var name: String
  package var value: String
  /// Where it is written; nil for the command line.
  package var place: Place?

  package init(_ name: String, _ value: String, place: Place? = nil) {
    (self.name, self.value, self.place) = (name, value, place)
  }
}

/// The flags that change what is served, and our own.
enum ServingFlag: String, CaseIterable {
  case annotationsPrefix = "annotations-prefix"
  case annotationValidation = "enable-annotation-validation"
  case ingressClass = "ingress-class"
  case controllerClass = "controller-class"
  case watchWithoutClass = "watch-ingress-without-class"
  case classByName = "ingress-class-by-name"
  case watchNamespace = "watch-namespace"
  case watchNamespaceSelector = "watch-namespace-selector"
  case configMap = "configmap"
  case defaultBackendService = "default-backend-service"
  case defaultSSLCertificate = "default-ssl-certificate"
  case sslPassthrough = "enable-ssl-passthrough"
  case disableCatchAll = "disable-catch-all"
  case disableExternalName = "disable-svc-external-name"
  case httpPort = "http-port"
  case httpsPort = "https-port"
  case deepInspect = "deep-inspect"
  case tcpServices = "tcp-services-configmap"
  case udpServices = "udp-services-configmap"
  case topologyAwareRouting = "enable-topology-aware-routing"
}

extension ControllerOptions {
  /// Takes a flag; false where the value cannot be used, and what was there stays.
  mutating func take(_ flag: ServingFlag, _ value: String) -> Bool {
    switch flag {
    case .annotationsPrefix: set(\.annotationsPrefix, value)
    case .annotationValidation: set(\.validatesAnnotations, boolean(value))
    case .ingressClass: set(\.ingressClass, value)
    case .controllerClass: set(\.controllerClass, value)
    case .watchWithoutClass: set(\.watchesIngressWithoutClass, boolean(value))
    case .classByName: set(\.acceptsClassByName, boolean(value))
    case .watchNamespace: set(\.watchedNamespace, value)
    case .watchNamespaceSelector: setOrClear(\.namespaceSelector, value, NamespaceSelector.init)
    case .configMap: value.isEmpty || set(\.configMap, ObjectName(written: value))
    case .defaultBackendService:
      setOrClear(\.defaultBackendService, value, ObjectName.init(written:))
    case .defaultSSLCertificate:
      setOrClear(\.defaultSSLCertificate, value, ObjectName.init(written:))
    case .sslPassthrough: set(\.enablesSSLPassthrough, boolean(value))
    case .disableCatchAll: set(\.disablesCatchAll, boolean(value))
    case .disableExternalName: set(\.disablesExternalName, boolean(value))
    case .httpPort: set(\.httpPort, port(value))
    case .httpsPort: set(\.httpsPort, port(value))
    case .deepInspect: set(\.inspectsDeeply, boolean(value))
    case .tcpServices: setOrClear(\.tcpServices, value, ObjectName.init(written:))
    case .udpServices: setOrClear(\.udpServices, value, ObjectName.init(written:))
    case .topologyAwareRouting: set(\.routesByTopology, boolean(value))
    }
  }

  private mutating func set<Value>(
    _ field: WritableKeyPath<ControllerOptions, Value>, _ value: Value?
  ) -> Bool {
    guard let value else { return false }
    self[keyPath: field] = value
    return true
  }

  /// An empty value is as good as no flag.
  private mutating func setOrClear<Value>(
    _ field: WritableKeyPath<ControllerOptions, Value?>, _ text: String,
    _ parse: (String) -> Value?
  ) -> Bool {
    let value = parse(text)
    guard text.isEmpty || value != nil else { return false }
    self[keyPath: field] = value
    return true
  }

  private func port(_ text: String) -> Int? {
    decimal(text).flatMap { (1...65_535).contains($0) ? $0 : nil }
  }
}

extension ObjectName {
  /// Reads `namespace/name` (`k8s.ParseNameNS`).
  init?(written text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    self.init(String(parts[0]), String(parts[1]))
  }
}
