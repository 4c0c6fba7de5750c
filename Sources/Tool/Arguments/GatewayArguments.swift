public import ArgumentParser
public import Gatewright

/// The options about the Gateway and the routes to write.
struct GatewayArguments: ParsableArguments {
  @Option(help: "The Gateway's name.")
  var gatewayName = GatewayOptions().name

  @Option(help: "The Gateway's namespace.")
  var gatewayNamespace = GatewayOptions().namespace

  @Option(help: "The Gateway's class.")
  var gatewayClass = GatewayOptions().className

  @Flag(help: "Write a Gateway for each namespace instead of one for all.")
  var gatewayPerNamespace = false

  @Option(
    help: ArgumentHelp(
      "An annotation for the infrastructure behind the Gateway; repeatable.",
      valueName: "key=value"))
  var gatewayAnnotation: [GatewayAnnotation] = []

  @Option(
    help: "Whether to keep every quirk that changes an answer, or to write what was evidently meant.")
  var style = MigrationOptions.Style.faithful

  @Option(help: "How far a canary reaches: to every path of its upstream, or to its own paths.")
  var canaryScope = MigrationOptions.CanaryScope.upstream

  @Flag(help: "Write EnvoyFilters for what nothing else can say, for Istio 1.30 and 1.31.")
  var allowEnvoyFilter = false

  @Option(
    help: ArgumentHelp(
      "Live with the findings of a code, of one Ingress or all; what they close is opened. "
        + "Repeatable.", valueName: "code[:namespace/name]"))
  var accept: [Acceptance] = []

  @Flag(help: "Leave out the comments and annotations that say where objects came from.")
  var noProvenance = false

  func validate() throws {
    for problem in accept.compactMap(\.problem) {
      throw ValidationError("\(problem) See --accept.")
    }
    for (option, name) in [
      ("--gateway-name", gatewayName), ("--gateway-namespace", gatewayNamespace),
      ("--gateway-class", gatewayClass),
    ] where !isObjectName(name) {
      throw ValidationError(
        "'\(name)' for \(option) is no Kubernetes name: use a-z, 0-9 and '-', at most 63 of them")
    }
  }
}

/// Whether a text is a DNS label (RFC 1123), as names of namespaces and Gateways are.
private func isObjectName(_ text: String) -> Bool {
  let letters = text.utf8.allSatisfy { byte in
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
  }
  return letters && (1...63).contains(text.utf8.count) && !text.hasPrefix("-")
    && !text.hasSuffix("-")
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
