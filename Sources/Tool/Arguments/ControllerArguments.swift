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

  @Flag(help: "The controller's --watch-ingress-without-class.")
  var watchIngressWithoutClass = false

  @Flag(help: "The controller's --ingress-class-by-name.")
  var ingressClassByName = false

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

  @Flag(help: "The controller's --enable-ssl-passthrough.")
  var enableSSLPassthrough = false

  @Flag(help: "The controller's --disable-catch-all.")
  var disableCatchAll = false

  @Flag(help: "The controller's --disable-svc-external-name.")
  var disableSvcExternalName = false

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

  @Flag(help: "The controller's --enable-topology-aware-routing.")
  var enableTopologyAwareRouting = false

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
  /// What is said of the controller.
  var flags: ControllerFlags {
    var flags = ControllerFlags()
    flags.version = controllerVersion
    flags.configMap = controllerConfigmap
    flags.annotationsPrefix = annotationsPrefix
    flags.validatesAnnotations = enableAnnotationValidation?.isTrue
    flags.inspectsDeeply = deepInspect?.isTrue
    flags.ingressClass = ingressClass
    flags.controllerClass = controllerClass
    flags.watchesIngressWithoutClass = watchIngressWithoutClass ? true : nil
    flags.acceptsClassByName = ingressClassByName ? true : nil
    flags.watchedNamespace = watchNamespace
    flags.namespaceSelector = watchNamespaceSelector
    flags.defaultBackendService = defaultBackendService
    flags.defaultSSLCertificate = defaultSSLCertificate
    flags.enablesSSLPassthrough = enableSSLPassthrough ? true : nil
    flags.disablesCatchAll = disableCatchAll ? true : nil
    flags.disablesExternalName = disableSvcExternalName ? true : nil
    flags.httpPort = httpPort?.number
    flags.httpsPort = httpsPort?.number
    flags.tcpServices = tcpServicesConfigmap
    flags.udpServices = udpServicesConfigmap
    flags.routesByTopology = enableTopologyAwareRouting ? true : nil
    return flags
  }
}

extension MigrationOptions {
  /// The choices of a command line that only reads.
  init(_ controller: ControllerArguments) {
    self.init()
    self.controller = controller.flags
    emptyServices = controller.emptyService
  }

  /// The choices of a command line.
  init(_ gateway: GatewayArguments, _ controller: ControllerArguments) {
    self.init(controller)
    self.gateway.name = gateway.gatewayName
    self.gateway.namespace = gateway.gatewayNamespace
    self.gateway.className = gateway.gatewayClass
    self.gateway.isPerNamespace = gateway.gatewayPerNamespace
    self.gateway.annotations = gateway.gatewayAnnotation
    style = gateway.style
    canaryScope = gateway.canaryScope
    allowsEnvoyFilter = gateway.allowEnvoyFilter
    accepted = gateway.accept
    writesProvenance = !gateway.noProvenance
  }
}
