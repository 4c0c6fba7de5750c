import Evidence
import Foundation
import Gatewright
import Reporting
import Testing

/// What the readme shows of the example is what the tool says.
@Suite("Readme")
struct ReadmeTests {
  private static let inputs = House.paths.filter { $0.hasPrefix("testdata/example/") }
    .map { Input(name: $0, text: House.text(of: $0)) }

  @Test("shows real output", arguments: blocks(in: "README.md"))
  func readme(_ block: String) {
    let isReal = Self.outputs.contains { $0.contains(block) }
    #expect(isReal, "run the commands of README.md and show what they print")
  }

  @Test("the worked example of docs/canaries.md is what is written")
  func canaries() {
    let rules = Self.blocks(in: "docs/canaries.md").last ?? ""
    let written = migrate(Self.inputs).manifests.map { $0.yaml.withoutComments }
    #expect(written.contains { $0.contains(rules.indented) })
  }

  /// The fenced blocks that show output: those of YAML and those without a language.
  private static func blocks(in page: String) -> [String] {
    let parts = House.text(of: page).components(separatedBy: "```")
    return parts.indices.filter { $0 % 2 == 1 }.map { parts[$0] }.compactMap { block in
      ["\n", "yaml\n"].first { block.hasPrefix($0) }.map { String(block.dropFirst($0.count)) }
    }
  }

  private static var outputs: [String] {
    let migration = migrate(inputs)
    let request = RequestProbe(
      scheme: .https, host: "shop.example.com", target: "/cart",
      headers: [HeaderLine("X-Canary", "always")])
    let changed = inputs.map { input in
      let text = House.text(of: input.name)
      return Input(
        name: input.name,
        text: text.replacingOccurrences(of: "weight: \"20\"", with: "weight: \"30\""))
    }
    let committed = migration.manifests.map { Input(name: "routes.yaml", text: $0.yaml) }
    let style = Format.text(TextStyle())
    return migration.manifests.map(\.yaml) + [
      render(migration.report, as: style),
      render(Tracer.answer(request, inputs), as: style),
      render(diff(inputs, against: committed), as: style),
      render(diff(changed, against: committed), as: style),
    ]
  }
}

extension Tracer {
  fileprivate static func answer(_ request: RequestProbe, _ inputs: [Input]) -> Traced {
    var tracer = Tracer(inputs)
    return tracer.trace(request)
  }
}

extension String {
  fileprivate var withoutComments: String {
    split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }
      .joined(separator: "\n") + "\n"
  }

  fileprivate var indented: String {
    split(separator: "\n").map { "  \($0)\n" }.joined()
  }
}
