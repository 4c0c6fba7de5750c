package import Kubernetes

/// How the controller was started: its flags and its version (`pkg/flags/flags.go`).
///
/// Each property is the flag of its name.
package struct ControllerOptions: Sendable {
  /// The version, on which the defaults of some flags and ConfigMap keys hang.
  package private(set) var version: ControllerVersion
  /// `--annotations-prefix`.
  package var annotationsPrefix = "nginx.ingress.kubernetes.io"
  /// `--enable-annotation-validation`: values are checked before they are read.
  package var validatesAnnotations: Bool
  /// `--ingress-class`: the value of `kubernetes.io/ingress.class` that is ours.
  package var ingressClass = "nginx"
  /// `--controller-class`: the `spec.controller` of an IngressClass that is ours.
  package var controllerClass = "k8s.io/ingress-nginx"
  /// `--watch-ingress-without-class`.
  package var watchesIngressWithoutClass = false
  /// `--ingress-class-by-name`: the IngressClass named like `--ingress-class` is ours, too.
  package var acceptsClassByName = false
  /// `--watch-namespace`; empty for all.
  package var watchedNamespace = ""
  /// `--watch-namespace-selector`; nil for all.
  package var namespaceSelector: NamespaceSelector?
  /// `--configmap`: where the controller's settings are.
  package var configMap = ObjectName("ingress-nginx", "ingress-nginx-controller")
  /// `--default-backend-service`.
  package var defaultBackendService: ObjectName?
  /// `--default-ssl-certificate`.
  package var defaultSSLCertificate: ObjectName?
  /// `--enable-ssl-passthrough`: without it the annotation `ssl-passthrough` does nothing.
  package var enablesSSLPassthrough = false
  /// `--disable-catch-all`: Ingresses with `spec.defaultBackend` are left out.
  package var disablesCatchAll = false
  /// `--disable-svc-external-name`: Services of type ExternalName have no endpoints.
  package var disablesExternalName = false
  /// `--http-port`, in the container; clients see it in redirects to and from www only.
  package var httpPort = 80
  /// `--https-port`, in the container; clients see it in redirects that name the port.
  package var httpsPort = 443
  /// `--deep-inspect`: hosts, paths and TLS sections with forbidden text are refused.
  package var inspectsDeeply = true
  /// `--tcp-services-configmap`.
  package var tcpServices: ObjectName?
  /// `--udp-services-configmap`.
  package var udpServices: ObjectName?
  /// `--enable-topology-aware-routing`.
  package var routesByTopology = false

  /// The defaults of a version.
  package init(version: ControllerVersion = .current) {
    self.version = version
    validatesAnnotations = version >= .withValidation
  }
}
