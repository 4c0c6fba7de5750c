import Evidence
import Kubernetes
import YAMLText

/// What identifies an object in a cluster, whatever version it is written in.
struct ManifestKey: Hashable {
  var group: String
  var reference: ObjectReference

  func difference(_ apiVersion: String, _ change: ObjectDifference.Change) -> ObjectDifference {
    ObjectDifference(reference: reference, apiVersion: apiVersion, change: change)
  }
}

/// The objects of manifests as trees, by what identifies them.
struct ManifestTrees {
  /// One object.
  struct Tree {
    var apiVersion: String
    var body: Node
  }

  private(set) var trees: [ManifestKey: Tree] = [:]
  private(set) var findings: [Finding] = []

  init(_ inputs: [Input]) {
    for input in inputs {
      switch input.content {
      case .bytes(let bytes): read(bytes, file: input.name)
      case .unreadable(let reason):
        report(.unreadableFile, Place(file: input.name), reason)
      }
    }
  }

  private mutating func read(_ bytes: [UInt8], file: String) {
    YAMLText.parse(bytes, file: file) { document in
      switch document {
      case .success(let document): add(document.root, file: file)
      case .failure(let error): report(.yamlSyntax, error.place, error.message)
      }
    }
  }

  private mutating func add(_ body: Node, file: String) {
    guard let apiVersion = body["apiVersion"]?.text, let kind = body["kind"]?.text else { return }
    if kind.hasSuffix("List"), case .sequence(let items)? = body["items"]?.content {
      for item in items { add(item, file: file) }
      return
    }
    guard let group = Self.group(of: apiVersion), let name = body["metadata"]?["name"]?.text
    else { return }
    let namespace = body["metadata"]?["namespace"]?.text ?? ""
    let reference = ObjectReference(kind: kind, namespace: namespace, name: name)
    let earlier = trees.updateValue(
      Tree(apiVersion: apiVersion, body: body.withoutProvenance),
      forKey: ManifestKey(group: group, reference: reference))
    if earlier != nil {
      report(.duplicateObject, body.mark.place(in: file), "\(reference)")
    }
  }

  private mutating func report(_ rule: Rule, _ place: Place, _ message: String) {
    findings.append(Finding(rule, at: place, message: message))
  }

  /// The API group, when it is one of those that Gatewright writes.
  private static func group(of apiVersion: String) -> String? {
    let parts = apiVersion.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let group = parts.first,
      group == "gateway.networking.k8s.io" || group.hasSuffix(".istio.io")
    else { return nil }
    return String(group)
  }
}

extension Node {
  /// The text of a scalar.
  var text: String? {
    guard case .scalar(let scalar) = content else { return nil }
    return scalar.text
  }
}
