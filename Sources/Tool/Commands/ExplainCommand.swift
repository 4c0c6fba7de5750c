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
      too.

      Exit codes: 0 done; 64 an unknown word, or wrong usage; 70 a fault in gatewright.
      """)

  @Argument(help: "An annotation, a key of the ConfigMap, or the code of a finding.")
  var word: String

  @Option(help: "How to tell it: text, json or markdown.")
  var format = FormatChoice.text

  @OptionGroup var telling: TellingArguments

  func run() throws {
    guard let explanation = explain(word) else { throw Stop(complaint, .usage) }
    var stream = OutputStream(descriptor: 1)
    stream.write(render(explanation, as: format.format(telling.color)))
    try stream.finish()
  }

  private var complaint: String {
    let hint = explainableWord(near: word).map { "did you mean '\($0)'?" }
    return "'\(word)' is no annotation or setting of ingress-nginx and no finding; "
      + (hint ?? "'gatewright annotations' lists what there is")
  }
}
