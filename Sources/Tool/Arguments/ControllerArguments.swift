public import ArgumentParser
public import Gatewright

/// The options about how the ingress-nginx controller was started.
struct ControllerArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("The controller's ConfigMap.", valueName: "namespace/name"))
  var controllerConfigmap = ControllerFlags().configMap

  @Option(help: "The controller's --ingress-class.")
  var ingressClass = ControllerFlags().ingressClass

  @Option(help: "The controller's --controller-class.")
  var controllerClass = ControllerFlags().controllerClass

  @Flag(help: "The controller's --watch-ingress-without-class.")
  var watchIngressWithoutClass = false

  @Option(
    help: ArgumentHelp("The controller's --default-backend-service.", valueName: "namespace/name"))
  var defaultBackendService: QualifiedName?

  @Option(
    help: ArgumentHelp("The controller's --default-ssl-certificate.", valueName: "namespace/name"))
  var defaultSSLCertificate: QualifiedName?

  @Option(
    help: ArgumentHelp(
      "A Service that has no endpoint; repeatable.", valueName: "namespace/name"))
  var emptyService: [QualifiedName] = []
}

extension QualifiedName: ExpressibleByArgument {
  /// Reads `namespace/name`.
  public init?(argument: String) { self.init(argument) }
}

extension MigrationOptions {
  /// The choices of a command line that only reads.
  init(_ controller: ControllerArguments) {
    self.init()
    self.controller.configMap = controller.controllerConfigmap
    self.controller.ingressClass = controller.ingressClass
    self.controller.controllerClass = controller.controllerClass
    self.controller.watchesIngressWithoutClass = controller.watchIngressWithoutClass
    self.controller.defaultBackendService = controller.defaultBackendService
    emptyServices = controller.emptyService
    self.controller.defaultSSLCertificate = controller.defaultSSLCertificate
  }

  /// The choices of a command line.
  init(_ gateway: GatewayArguments, _ controller: ControllerArguments) {
    self.init(controller)
    self.gateway.name = gateway.gatewayName
    self.gateway.namespace = gateway.gatewayNamespace
    self.gateway.className = gateway.gatewayClass
    self.gateway.isPerNamespace = gateway.gatewayPerNamespace
    self.gateway.annotations = gateway.gatewayAnnotation
    canaryScope = gateway.canaryScope
    writesProvenance = !gateway.noProvenance
  }
}
