import Evidence
import YAMLText

/// The kinds that can run the controller.
enum WorkloadKind: String {
  case deployment = "Deployment"
  case daemonSet = "DaemonSet"
  case pod = "Pod"

  init?(_ head: Head) {
    guard let kind = Self(rawValue: head.kind), head.written == kind.apiVersion else { return nil }
    self = kind
  }

  private var apiVersion: String {
    switch self {
    case .deployment, .daemonSet: "apps/v1"
    case .pod: "v1"
    }
  }

  /// The fields that lead to the pod's `containers`.
  var steps: [String] {
    switch self {
    case .deployment, .daemonSet: ["spec", "template", "spec"]
    case .pod: ["spec"]
    }
  }

  /// Whether an object of the kind runs the controller.
  func runsController(_ body: Node) -> Bool {
    let pod = steps.reduce(Optional(body)) { node, step in node?[step] }
    guard case .sequence(let containers) = pod?["containers"]?.content else { return false }
    return containers.contains(where: \.isController)
  }
}

extension Node {
  /// Whether this container is the controller: by its image, or by the program that it starts.
  fileprivate var isController: Bool {
    let image = self["image"]?.text ?? ""
    return controllerImages.contains(where: image.contains)
      || ["command", "args"].contains { startsController(self[$0]) }
  }

  private func startsController(_ words: Node?) -> Bool {
    guard case .sequence(let words) = words?.content else { return false }
    return words.contains { $0.text?.contains(controllerProgram) == true }
  }
}

/// The name of the controller's program, and of some of its images.
package let controllerProgram = "nginx-ingress-controller"

/// What the names of the controller's images contain.
private let controllerImages = ["ingress-nginx/controller", controllerProgram]

extension FieldReader {
  /// Reads how an object starts the controller; all other fields pass unread.
  mutating func controllerWorkload(
    _ kind: WorkloadKind, _ metadata: Metadata
  ) -> ControllerWorkload {
    var workload = ControllerWorkload(
      kind: kind.rawValue, metadata: metadata, image: "", words: [])
    step(kind.steps[...]) { pod in
      let containers = pod.list("containers") { $0.container(metadata.namespace) }
      guard let first = containers.first(where: \.isController) else { return }
      (workload.image, workload.words) = (first.image, first.words)
    }
    return workload
  }

  private mutating func step(_ steps: ArraySlice<String>, _ read: (inout FieldReader) -> Void) {
    ignoreOthers()
    guard let step = steps.first else { return read(&self) }
    _ = mapping(step) { fields in fields.step(steps.dropFirst(), read) }
  }

  private mutating func container(_ namespace: String) -> Container {
    ignoreOthers()
    let variables = list("env") { $0.variable() }
    let values = Dictionary(variables.compactMap { $0 }) { _, last in last }
    let known = ["POD_NAMESPACE": namespace].merging(values) { _, written in written }
    return Container(
      image: string("image") ?? "",
      words: (placedStrings("command") + placedStrings("args")).map { word in
        ControllerWorkload.Word(word.text.replacing(known), place: word.place)
      })
  }

  /// A variable whose value is written; other sources are known to the cluster alone.
  private mutating func variable() -> (String, String)? {
    ignoreOthers()
    guard let name = string("name"), let value = string("value") else { return nil }
    return (name, value)
  }
}

private struct Container {
  var image: String
  var words: [ControllerWorkload.Word]

  var isController: Bool {
    controllerImages.contains(where: image.contains)
      || words.contains { $0.text.contains(controllerProgram) }
  }
}

extension String {
  /// The text with `$(NAME)` replaced by the value of each known variable, as the kubelet does.
  fileprivate func replacing(_ variables: [String: String]) -> String {
    guard contains("$(") else { return self }
    return variables.reduce(self) { text, variable in
      text.split(separator: "$(\(variable.key))", omittingEmptySubsequences: false)
        .joined(separator: variable.value)
    }
  }
}
