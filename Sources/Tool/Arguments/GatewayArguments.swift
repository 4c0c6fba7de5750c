public import ArgumentParser
public import Gatewright

/// The options about the Gateway and the routes to write.
struct GatewayArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The Gateway's name. (default: ingress)", valueName: "name"))
  var gatewayName: String?

  @Option(
    help: ArgumentHelp("The Gateway's namespace. (default: istio-ingress)", valueName: "name"))
  var gatewayNamespace: String?

  @Option(help: ArgumentHelp("The Gateway's class. (default: istio)", valueName: "name"))
  var gatewayClass: String?

  @Flag(
    inversion: .prefixedNo, help: "Write a Gateway for each namespace instead of one for all.")
  var gatewayPerNamespace: Bool?

  @Option(
    help: ArgumentHelp(
      "Which Gateway serves a namespace; repeatable.", valueName: "namespace=namespace/name"))
  var gatewayOf: [GatewayOfNamespace] = []

  @Option(
    help: ArgumentHelp(
      "An annotation for the infrastructure behind the Gateway; repeatable.",
      valueName: "key=value"))
  var gatewayAnnotation: [GatewayAnnotation] = []

  @Option(
    help: ArgumentHelp(
      "How many proxies stand in front of the Gateway and tell who the client is.",
      valueName: "number"))
  var trustedProxies: Int?

  @Option(
    help: ArgumentHelp(
      "Whether to keep every quirk that changes an answer, or to write what was evidently meant. "
        + "(default: faithful)", valueName: "style"))
  var style: MigrationOptions.Style?

  @Option(
    help: ArgumentHelp(
      "How far a canary reaches: to every path of its upstream, or to its own paths. "
        + "(default: upstream)", valueName: "scope"))
  var canaryScope: MigrationOptions.CanaryScope?

  @Flag(
    inversion: .prefixedNo,
    help: "Write EnvoyFilters for what nothing else can say, for Istio 1.30 and 1.31.")
  var allowEnvoyFilter: Bool?

  @Option(
    help: ArgumentHelp(
      "Live with the findings of a code, of one Ingress or all; what they close is opened. "
        + "Repeatable.", valueName: "code[:namespace/name]"))
  var accept: [Acceptance] = []

  @Flag(
    inversion: .prefixedNo,
    help: "Say in comments and annotations where objects came from. (default: --provenance)")
  var provenance: Bool?

  func validate() throws {
    for problem in accept.compactMap(\.problem) {
      throw ValidationError("\(problem). See --accept.")
    }
    if let trustedProxies, !(1...100).contains(trustedProxies) {
      throw ValidationError("'\(trustedProxies)' for --trusted-proxies is no number from 1 to 100")
    }
    for (option, name) in [
      ("--gateway-name", gatewayName), ("--gateway-namespace", gatewayNamespace),
      ("--gateway-class", gatewayClass),
    ] {
      guard let name, !isObjectName(name) else { continue }
      throw ValidationError(
        "'\(name)' for \(option) is no Kubernetes name: use a-z, 0-9 and '-', at most 63 of them")
    }
  }
}

extension GatewayArguments {
  /// Sets what the command line says; annotations and namespaces that it does not name stay.
  func apply(to options: inout MigrationOptions) {
    if let gatewayName { options.gateway.name = gatewayName }
    if let gatewayNamespace { options.gateway.namespace = gatewayNamespace }
    if let gatewayClass { options.gateway.className = gatewayClass }
    if let gatewayPerNamespace { options.gateway.isPerNamespace = gatewayPerNamespace }
    for entry in gatewayOf { options.gateway.ofNamespaces[entry.namespace] = entry.gateway }
    let keys = Set(gatewayAnnotation.map(\.key))
    options.gateway.annotations.removeAll { keys.contains($0.key) }
    options.gateway.annotations += gatewayAnnotation
    if let trustedProxies { options.gateway.trustedProxies = trustedProxies }
    if let canaryScope { options.canaryScope = canaryScope }
    if let style { options.style = style }
    if let allowEnvoyFilter { options.allowsEnvoyFilter = allowEnvoyFilter }
    options.accepted += accept
    if let provenance { options.writesProvenance = provenance }
  }
}

/// A namespace and the Gateway that serves it, written `shop=edge/public`.
struct GatewayOfNamespace: ExpressibleByArgument {
  let namespace: String
  let gateway: QualifiedName

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, isObjectName(String(parts[0])),
      let gateway = gatewayName(String(parts[1]))
    else { return nil }
    namespace = String(parts[0])
    self.gateway = gateway
  }
}

extension GatewayAnnotation: ExpressibleByArgument {
  /// Reads `key=value`.
  public init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else { return nil }
    self.init(
      key: String(argument[..<sign]), value: String(argument[argument.index(after: sign)...]))
  }
}

extension MigrationOptions.Style: ExpressibleByArgument {}

extension Acceptance: ExpressibleByArgument {
  /// Reads `code` or `code:namespace/name`.
  public init?(argument: String) { self.init(argument) }
}

extension MigrationOptions.CanaryScope: ExpressibleByArgument {}

extension PathNormalization: ExpressibleByArgument {}
