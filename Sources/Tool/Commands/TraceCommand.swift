public import ArgumentParser
public import Gatewright
import Reporting

/// `gatewright trace`: what happens to a request before and after.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Shows what ingress-nginx and the new routes answer to a request, step by step.",
    usage: """
      gatewright trace <path> ... [<options>] -- [<method>] <url> [-H 'Name: value'] ...
      gatewright trace <path> ... [<options>] --requests <file>
      """,
    discussion: """
      The new routes are those that 'gatewright migrate' writes, or those of --gateway.

      \(Exit.help)
      """)

  /// The name of the hidden option for the words behind `--`.
  static let requestWord = "request-word"

  @Argument(help: "Files or folders with manifests; '-' reads standard input.")
  var path: [String] = []

  /// A word behind `--`, see `separatingRequest`.
  @Option(name: .customLong(Self.requestWord), help: .hidden)
  var request: [String] = []

  @Option(
    name: [.customShort("H"), .long],
    help: ArgumentHelp("A header of the request; repeatable.", valueName: "'name: value'"))
  var header: [HeaderLine] = []

  @Option(
    help: ArgumentHelp(
      "Where requests come from that do not say it: 203.0.113.10, or 127.0.0.1 with "
        + "'--side gateway'.", valueName: "address"))
  var clientAddress: String?

  @Option(help: "The certificate that the client shows: none, trusted or untrusted.")
  var clientCertificate = RequestProbe.ClientCertificate.absent

  @Option(
    help: ArgumentHelp(
      "Take requests from a file of JSON Lines, '-' for standard input.", valueName: "file"))
  var requests: String?

  @Option(help: "Which side to ask: ingress, gateway or both.")
  var side = Tracer.Side.both

  @Option(
    name: .customLong("gateway"),
    help: ArgumentHelp(
      "Take the new routes from these files or folders; repeatable.", valueName: "path"))
  var gatewayPath: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file with Istio's MeshConfig, or the part of it that 'migrate' asks for.",
      valueName: "file"))
  var meshConfig: String?

  @Flag(
    help: "Print what Istio writes into the status of the new routes, as JSON; needs no request.")
  var statuses = false

  @Option(
    help: ArgumentHelp(
      "The mesh's pathNormalization: base, merge-slashes or decode-and-merge-slashes. "
        + "(default: base)", valueName: "how"))
  var pathNormalization: PathNormalization?

  @OptionGroup(title: "The world") var world: WorldArguments

  @Option(help: "How to tell the answers: text, json or markdown.")
  var format = FormatChoice.text

  @Option(help: "'never' exits with 0 also when the answers differ.")
  var failOn = FailOn.error

  @OptionGroup(title: "Gateway") var gateway: GatewayArguments
  @OptionGroup(title: "Controller") var controller: ControllerArguments
  @OptionGroup(title: "Settings") var settings: SettingsArguments
  @OptionGroup var telling: TellingArguments

  func validate() throws {
    if path.isEmpty, side != .gateway || gatewayPath.isEmpty {
      throw ValidationError("name the files or folders with the manifests before '--'")
    }
    if requests == nil, request.isEmpty, !statuses {
      throw ValidationError("name a URL after '--', or a file with --requests")
    }
    if requests == "-", (path + gatewayPath).contains("-") {
      throw ValidationError("standard input can be the manifests or the requests, not both")
    }
    if requests != nil, !request.isEmpty {
      throw ValidationError("take requests from --requests or after '--', not from both")
    }
  }

  func run() throws {
    let asked =
      try statuses
      ? RequestLines()
      : requests.map { RequestLines(file: $0, from: client) } ?? commandLineRequest()
    var options = try settings.options(controller, gateway, quiet: telling.quiet)
    if let pathNormalization { options.pathNormalization = pathNormalization }
    options.meshConfig = meshConfig.flatMap { Array(InputFiles([$0])).first }
    var tracer = Tracer(
      Array(InputFiles(path)),
      gateway: gatewayPath.isEmpty ? nil : Array(InputFiles(gatewayPath)), side: side,
      options: options)
    if statuses {
      var stream = OutputStream(descriptor: 1)
      stream.write(render(tracer.statuses))
      try stream.finish()
    }
    let differing = try trace(asked, with: &tracer)
    let unreadable = tracer.findings.filter { $0.isUnreadable }
    for line in unreadable.flatMap(\.lines) + asked.complaints where !telling.quiet {
      tell("gatewright: \(line)\n")
    }
    if !unreadable.isEmpty || !asked.complaints.isEmpty { return try Exit.unreadable.leave() }
    if differing > 0, failOn != .never { try Exit.review.leave() }
  }

  private func commandLineRequest() throws -> RequestLines {
    var probe = try RequestArgument(request, headers: header).probe
    probe.clientCertificate = clientCertificate
    if let client { probe.clientAddress = client }
    return RequestLines(probe)
  }

  /// The recorded answers of ingress-nginx and those of Istio were given to different clients.
  private var client: String? { clientAddress ?? (side == .gateway ? "127.0.0.1" : nil) }

  /// Prints every answer and counts the requests to which the sides answer differently.
  private func trace(_ asked: RequestLines, with tracer: inout Tracer) throws -> Int {
    let format = format.format(telling.color)
    var stream = OutputStream(descriptor: 1)
    var differing = 0
    for (index, request) in asked.requests.enumerated() where !stream.isClosedByReader {
      let traced = tracer.trace(world.applied(to: request.probe))
      if traced.agree == false { differing += 1 }
      if index > 0, self.format != .json { stream.write("\n") }
      stream.write(render(traced, request: request.written, as: format))
    }
    try stream.finish()
    return differing
  }
}

extension Tracer.Side: ExpressibleByArgument {}
extension RequestProbe.ClientCertificate: ExpressibleByArgument {}
