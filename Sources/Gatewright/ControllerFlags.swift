import IngressNGINX

/// How the ingress-nginx controller was started; each property is the flag of its name.
///
/// What is nil is not said: then the flags of the controller's Deployment count where the inputs
/// hold it, else the controller's own defaults.
public struct ControllerFlags: Hashable, Sendable {
  /// The version of the controller, on which defaults hang; else the tag of its image counts.
  public var version: ControllerVersion?
  /// `--configmap`; by default `ingress-nginx/ingress-nginx-controller`.
  public var configMap: QualifiedName?
  /// `--annotations-prefix`; by default `nginx.ingress.kubernetes.io`.
  public var annotationsPrefix: String?
  /// `--enable-annotation-validation`; on by default since 1.12.0.
  public var validatesAnnotations: Bool?
  /// `--ingress-class`; by default `nginx`.
  public var ingressClass: String?
  /// `--controller-class`; by default `k8s.io/ingress-nginx`.
  public var controllerClass: String?
  /// `--watch-ingress-without-class`; off by default.
  public var watchesIngressWithoutClass: Bool?
  /// `--ingress-class-by-name`; off by default.
  public var acceptsClassByName: Bool?
  /// `--watch-namespace`; every namespace by default.
  public var watchedNamespace: String?
  /// `--watch-namespace-selector`; every namespace by default.
  public var namespaceSelector: NamespaceSelector?
  /// `--default-backend-service`.
  public var defaultBackendService: QualifiedName?
  /// `--default-ssl-certificate`.
  public var defaultSSLCertificate: QualifiedName?
  /// `--enable-ssl-passthrough`; off by default.
  public var enablesSSLPassthrough: Bool?
  /// `--disable-catch-all`; off by default.
  public var disablesCatchAll: Bool?
  /// `--disable-svc-external-name`; off by default.
  public var disablesExternalName: Bool?
  /// `--http-port`; 80 by default.
  public var httpPort: Int?
  /// `--https-port`; 443 by default.
  public var httpsPort: Int?
  /// `--deep-inspect`; on by default.
  public var inspectsDeeply: Bool?
  /// `--tcp-services-configmap`; reported, not carried over.
  public var tcpServices: QualifiedName?
  /// `--udp-services-configmap`; reported, not carried over.
  public var udpServices: QualifiedName?
  /// `--enable-topology-aware-routing`; reported, not carried over.
  public var routesByTopology: Bool?

  /// Says nothing.
  public init() {}
}

extension ControllerFlags {
  /// What is said, as the controller's command line says it.
  var said: [ControllerFlag] {
    let flags: [(String, String?)] = [
      ("configmap", configMap?.description), ("annotations-prefix", annotationsPrefix),
      ("enable-annotation-validation", validatesAnnotations?.description),
      ("ingress-class", ingressClass), ("controller-class", controllerClass),
      ("watch-ingress-without-class", watchesIngressWithoutClass?.description),
      ("ingress-class-by-name", acceptsClassByName?.description),
      ("watch-namespace", watchedNamespace),
      ("watch-namespace-selector", namespaceSelector?.description),
      ("default-backend-service", defaultBackendService?.description),
      ("default-ssl-certificate", defaultSSLCertificate?.description),
      ("enable-ssl-passthrough", enablesSSLPassthrough?.description),
      ("disable-catch-all", disablesCatchAll?.description),
      ("disable-svc-external-name", disablesExternalName?.description),
      ("http-port", httpPort?.description), ("https-port", httpsPort?.description),
      ("deep-inspect", inspectsDeeply?.description),
      ("tcp-services-configmap", tcpServices?.description),
      ("udp-services-configmap", udpServices?.description),
      ("enable-topology-aware-routing", routesByTopology?.description),
    ]
    return flags.compactMap { name, value in value.map { ControllerFlag(name, $0) } }
  }
}
