import GatewayWriter
import YAMLText

extension Node {
  /// An object without the annotation that says where it came from: lines move when manifests are
  /// edited, and what an object means does not hang on them.
  var withoutProvenance: Node {
    changing("metadata") { metadata in
      metadata.changing("annotations") { annotations in
        guard case .mapping(let entries) = annotations.content else { return annotations }
        let others = entries.filter { $0.key != sourceAnnotation }
        return others.isEmpty ? nil : Node(.mapping(others), mark: annotations.mark)
      }
    }
  }

  /// The mapping with the value of one key changed, or left out where the change is nil.
  private func changing(_ key: String, _ change: (Node) -> Node?) -> Node {
    guard case .mapping(let entries) = content else { return self }
    let changed = entries.compactMap { entry -> Entry? in
      guard entry.key == key else { return entry }
      return change(entry.value).map { Entry(key, $0, keyMark: entry.keyMark) }
    }
    return Node(.mapping(changed), mark: mark, comments: comments)
  }
}
