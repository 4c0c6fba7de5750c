import ArgumentParser
import Gatewright
import Reporting

/// `gatewright explain`: what one annotation, ConfigMap key or kind of finding means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains an annotation, a key of the controller's ConfigMap, or a finding's code.",
    discussion: """
      Annotations are written with or without nginx.ingress.kubernetes.io/; removed ones are known, \
      too. Where an EnvoyFilter can say it, the objects are shown that 'gatewright migrate \
      --allow-envoy-filter' would write for the paths, or for an example without paths.

      Exit codes: 0 done; 2 some input could not be read; 64 an unknown word, or wrong usage; 70 a \
      fault in gatewright.
      """)

  @Argument(help: "An annotation, a key of the ConfigMap, or the code of a finding.")
  var word: String

  @Argument(help: "Files or folders with manifests; '-' reads standard input.")
  var path: [String] = []

  @Option(help: "How to tell it: text, json or markdown.")
  var format = FormatChoice.text

  @OptionGroup(title: "Gateway") var gateway: GatewayArguments
  @OptionGroup(title: "Controller") var controller: ControllerArguments
  @OptionGroup var telling: TellingArguments

  func run() throws {
    let inputs = path.isEmpty ? nil : Array(InputFiles(path))
    let options = MigrationOptions(gateway, controller)
    guard let explanation = explain(word, in: inputs, options: options) else {
      throw Stop(complaint, .usage)
    }
    var stream = OutputStream(descriptor: 1)
    stream.write(render(explanation, as: format.format(telling.color)))
    try stream.finish()
    let unreadable = (inputs ?? []).compactMap(\.complaint)
    for line in unreadable { tell("gatewright: \(line)\n") }
    if !unreadable.isEmpty { try Exit.unreadable.leave() }
  }

  private var complaint: String {
    let hint = explainableWord(near: word).map { "did you mean '\($0)'?" }
    return "'\(word)' is no annotation or setting of ingress-nginx and no finding; "
      + (hint ?? "'gatewright annotations' lists what there is")
  }
}

extension Input {
  /// Why it could not be read; nil where it could.
  fileprivate var complaint: String? {
    guard case .unreadable(let reason) = content else { return nil }
    return "\(name): \(reason)"
  }
}
