import Evidence
import YAMLText

extension Node {
  /// The text of a string.
  var text: String? {
    guard case .scalar(let scalar) = content, scalar.kind == .string else { return nil }
    return scalar.text
  }

  /// Names an object whose fields cannot be read by the rules of its kind; nil without a name.
  var roughReference: ObjectReference? {
    guard let kind = self["kind"]?.text, let name = self["metadata"]?["name"]?.text else {
      return nil
    }
    let isNamespaced = KnownKind(rawValue: kind)?.isNamespaced != false
    let namespace = self["metadata"]?["namespace"]?.text ?? "default"
    return ObjectReference(kind: kind, namespace: isNamespaced ? namespace : "", name: name)
  }

  /// Whether nothing is written here.
  var isNull: Bool {
    guard case .scalar(let scalar) = content else { return false }
    return scalar.kind == .null
  }

  /// Whether this is a string.
  var isText: Bool { text != nil }

  /// Whether this is a list without elements.
  var isEmptyList: Bool {
    guard case .sequence(let nodes) = content else { return false }
    return nodes.isEmpty
  }
}
