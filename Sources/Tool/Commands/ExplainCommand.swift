import ArgumentParser
import Evidence
import Gatewright
import Reporting

/// `gatewright explain`: what one annotation, ConfigMap key or kind of finding means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Explains an annotation, a key of the ConfigMap, a finding's code, or an object's fields.",
    usage: """
      gatewright explain <word> [<path> ...] [<options>]
      gatewright explain --object <kind/namespace/name> <path> ... [<options>]
      """,
    discussion: """
      With --object it lists for each field of an object that 'gatewright migrate' writes where its \
      value came from.

      Annotations are written with or without nginx.ingress.kubernetes.io/; removed ones are known, \
      too. Where an EnvoyFilter can say it, the objects are shown that 'gatewright migrate \
      --allow-envoy-filter' would write for the paths, or for an example without paths.

      Exit codes: 0 done; 2 some input could not be read; 64 an unknown word, or wrong usage; 70 a \
      fault in gatewright.
      """)

  @Argument(
    help: ArgumentHelp(
      "An annotation, a key of the ConfigMap, or the code of a finding, then files or folders with "
        + "manifests; with --object these alone.", valueName: "word"))
  var word: [String] = []

  @Option(
    help: ArgumentHelp(
      "Tell where the fields of this object came from.", valueName: "kind/namespace/name"))
  var object: ObjectReference?

  @Option(help: "How to tell it: text, json or markdown.")
  var format = FormatChoice.text

  @OptionGroup(title: "Gateway") var gateway: GatewayArguments
  @OptionGroup(title: "Controller") var controller: ControllerArguments
  @OptionGroup(title: "Settings") var settings: SettingsArguments
  @OptionGroup var telling: TellingArguments

  func validate() throws {
    if object != nil, word.isEmpty {
      throw ValidationError("name the files or folders with the manifests after --object")
    }
    if object == nil, word.isEmpty {
      throw ValidationError("name an annotation, a key or a finding")
    }
  }

  func run() throws {
    if let object { return try explain(object) }
    let word = word.first ?? ""
    let paths = Array(self.word.dropFirst())
    let inputs = paths.isEmpty ? nil : Array(InputFiles(paths))
    let options = try settings.options(controller, gateway, quiet: telling.quiet)
    guard let explanation = Gatewright.explain(word, in: inputs, options: options) else {
      throw Stop(complaint(about: word), .usage)
    }
    var stream = OutputStream(descriptor: 1)
    stream.write(render(explanation, as: format.format(telling.color)))
    try stream.finish()
    let unreadable = (inputs ?? []).compactMap(\.complaint)
    for line in unreadable { tell("gatewright: \(line)\n") }
    if !unreadable.isEmpty { try Exit.unreadable.leave() }
  }

  private func explain(_ object: ObjectReference) throws {
    let quiet = telling.quiet
    try ObjectExplainer(
      object: object, paths: word,
      options: try settings.options(controller, gateway, quiet: quiet),
      settings: try settings.file(quiet: true), isQuiet: quiet
    ).run(as: format.format(telling.color))
  }

  private func complaint(about word: String) -> String {
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
