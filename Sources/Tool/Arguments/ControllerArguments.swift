import ArgumentParser
import Gatewright

/// The options about how the ingress-nginx controller was started.
///
/// What is not given here is taken from the controller's Deployment, else from its defaults.
struct ControllerArguments: ParsableArguments {
  @Option(help: "The controller's version, for its defaults.")
  var controllerVersion: ControllerVersion?

  @Option(
    help: ArgumentHelp("The controller's --configmap.", valueName: "namespace/name"))
  var controllerConfigmap: QualifiedName?

  @Option(help: "The controller's --annotations-prefix.")
  var annotationsPrefix: String?

  @Option(
    help: ArgumentHelp("The controller's --enable-annotation-validation.", valueName: "bool"))
  var enableAnnotationValidation: GoBool?

  @Option(help: ArgumentHelp("The controller's --deep-inspect.", valueName: "bool"))
  var deepInspect: GoBool?

  @Option(help: "The controller's --ingress-class.")
  var ingressClass: String?

  @Option(help: "The controller's --controller-class.")
  var controllerClass: String?

  @Flag(inversion: .prefixedNo, help: "The controller's --watch-ingress-without-class.")
  var watchIngressWithoutClass: Bool?

  @Flag(inversion: .prefixedNo, help: "The controller's --ingress-class-by-name.")
  var ingressClassByName: Bool?

  @Option(help: "The controller's --watch-namespace.")
  var watchNamespace: String?

  @Option(
    help: ArgumentHelp("The controller's --watch-namespace-selector.", valueName: "selector"))
  var watchNamespaceSelector: NamespaceSelector?

  @Option(
    help: ArgumentHelp("The controller's --default-backend-service.", valueName: "namespace/name"))
  var defaultBackendService: QualifiedName?

  @Option(
    help: ArgumentHelp("The controller's --default-ssl-certificate.", valueName: "namespace/name"))
  var defaultSSLCertificate: QualifiedName?

  @Flag(inversion: .prefixedNo, help: "The controller's --enable-ssl-passthrough.")
  var enableSSLPassthrough: Bool?

  @Flag(inversion: .prefixedNo, help: "The controller's --disable-catch-all.")
  var disableCatchAll: Bool?

  @Flag(inversion: .prefixedNo, help: "The controller's --disable-svc-external-name.")
  var disableSvcExternalName: Bool?

  @Option(help: ArgumentHelp("The controller's --http-port.", valueName: "port"))
  var httpPort: PortNumber?

  @Option(help: ArgumentHelp("The controller's --https-port.", valueName: "port"))
  var httpsPort: PortNumber?

  @Option(
    help: ArgumentHelp("The controller's --tcp-services-configmap.", valueName: "namespace/name"))
  var tcpServicesConfigmap: QualifiedName?

  @Option(
    help: ArgumentHelp("The controller's --udp-services-configmap.", valueName: "namespace/name"))
  var udpServicesConfigmap: QualifiedName?

  @Flag(inversion: .prefixedNo, help: "The controller's --enable-topology-aware-routing.")
  var enableTopologyAwareRouting: Bool?

  @Option(
    help: ArgumentHelp(
      "A Service that has no endpoint; repeatable.", valueName: "namespace/name"))
  var emptyService: [QualifiedName] = []

  func validate() throws {
    if watchNamespaceSelector != nil, watchNamespace?.isEmpty == false {
      throw ValidationError(
        "--watch-namespace and --watch-namespace-selector exclude each other, as in the controller")
    }
  }
}

extension ControllerArguments {
  /// Sets what the command line says of the controller.
  func apply(to options: inout MigrationOptions) {
    set(controllerVersion, \.version, in: &options)
    set(controllerConfigmap, \.configMap, in: &options)
    set(annotationsPrefix, \.annotationsPrefix, in: &options)
    set(enableAnnotationValidation?.isTrue, \.validatesAnnotations, in: &options)
    set(deepInspect?.isTrue, \.inspectsDeeply, in: &options)
    set(ingressClass, \.ingressClass, in: &options)
    set(controllerClass, \.controllerClass, in: &options)
    set(watchIngressWithoutClass, \.watchesIngressWithoutClass, in: &options)
    set(ingressClassByName, \.acceptsClassByName, in: &options)
    setNamespaces(in: &options)
    set(defaultBackendService, \.defaultBackendService, in: &options)
    set(defaultSSLCertificate, \.defaultSSLCertificate, in: &options)
    set(enableSSLPassthrough, \.enablesSSLPassthrough, in: &options)
    set(disableCatchAll, \.disablesCatchAll, in: &options)
    set(disableSvcExternalName, \.disablesExternalName, in: &options)
    set(httpPort?.number, \.httpPort, in: &options)
    set(httpsPort?.number, \.httpsPort, in: &options)
    set(tcpServicesConfigmap, \.tcpServices, in: &options)
    set(udpServicesConfigmap, \.udpServices, in: &options)
    set(enableTopologyAwareRouting, \.routesByTopology, in: &options)
    options.emptyServices += emptyService
  }

  private func set<Value>(
    _ value: Value?, _ property: WritableKeyPath<ControllerFlags, Value?>,
    in options: inout MigrationOptions
  ) {
    if let value { options.controller[keyPath: property] = value }
  }

  /// The two ways of naming namespaces exclude each other, so one takes the place of the other.
  private func setNamespaces(in options: inout MigrationOptions) {
    if watchNamespace?.isEmpty == false { options.controller.namespaceSelector = nil }
    if watchNamespaceSelector != nil { options.controller.watchedNamespace = nil }
    set(watchNamespace, \.watchedNamespace, in: &options)
    set(watchNamespaceSelector, \.namespaceSelector, in: &options)
  }
}
