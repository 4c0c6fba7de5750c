import Evidence
import Gatewright
import RecordedAnswers
import YAMLText

/// Ingresses whose new routes are changed, and requests that tell the changes.
struct MutationSubject: Sendable, CustomStringConvertible {
  let description: String
  let inputs: [Input]
  let probes: [RequestProbe]
  /// Routes that are changed in place of those that the migration writes.
  private let gateway: String?

  /// A recorded case.
  init(_ recorded: RecordedCase) throws {
    description = recorded.name
    inputs = [Input(name: "input.yaml", bytes: try recorded.bytes("input.yaml"))]
    probes = try recorded.probes().map { $0.request.probe }.filter(\.isPlain)
    gateway = nil
  }

  init(_ name: String, _ yaml: String, gateway: String? = nil) {
    description = name
    self.gateway = gateway
    inputs = [Input(name: name, text: yaml)]
    probes = []
  }

  /// The routes without changes.
  var objects: [Node] {
    gateway.map { Self.trees($0) } ?? migrate(inputs).manifests.flatMap { Self.trees($0.yaml) }
  }

  /// Whether the routes are those that the migration writes, so that nothing is unexplained.
  var isMigrated: Bool { gateway == nil }

  /// Names that changes can lean on.
  func surroundings(_ objects: [Node]) -> Mutation.Surroundings {
    let written = inputs.flatMap { input -> [Node] in
      guard case .bytes(let bytes) = input.content else { return [] }
      return Self.trees(String(decoding: bytes, as: UTF8.self))
    }
    let services = written.filter { $0["kind"]?.text == "Service" }
      .compactMap { $0.value("metadata", "name")?.text }
    let sections = objects.flatMap { $0.value("spec", "listeners")?.items ?? [] }
      .compactMap { $0["name"]?.text }
    return Mutation.Surroundings(
      services: Set(services).sorted(), sections: Set(sections).sorted())
  }

  /// The Secrets that listeners name, where the inputs hold none: they are taken to be there.
  func secrets(_ objects: [Node]) -> [Input] {
    for case .bytes(let bytes) in inputs.map(\.content)
    where String(decoding: bytes, as: UTF8.self).contains("kind: Secret") { return [] }
    let names = objects.flatMap { object in
      (object.value("spec", "listeners")?.items ?? []).flatMap {
        ($0.value("tls", "certificateRefs")?.items ?? []).compactMap { reference in
          [
            reference["namespace"]?.text ?? object.value("metadata", "namespace")?.text ?? "",
            reference["name"]?.text ?? "",
          ]
        }
      }
    }
    let secrets = Set(names).sorted { "\($0)" < "\($1)" }.map { name in
      """
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: \(name[1]), namespace: \(name[0])}
      data: {cert: eA==, key: eA==}

      """
    }
    return [Input(name: "secrets.yaml", text: secrets.joined())]
  }

  static func trees(_ yaml: String) -> [Node] {
    var trees: [Node] = []
    parse(Array(yaml.utf8), file: "gateway.yaml") { document in
      if case .success(let document) = document { trees.append(document.root) }
    }
    return trees
  }

  static func input(_ objects: [Node]) -> Input {
    var text = ""
    for object in objects {
      text += "---\n"
      print(object, into: &text)
    }
    return Input(name: "gateway.yaml", text: text)
  }
}
