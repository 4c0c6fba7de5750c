import Evidence
import Gatewright
import Kubernetes

/// What is made of one value of an annotation.
struct AnnotationOutcome: Sendable {
  /// The Ingress's name, which says what to think of the value.
  var name: String
  /// The value; nil where the Ingress does not carry the annotation.
  var written: String?
  var state: IngressInspection.State
  /// Why it is not served as it stands.
  var reason: String
  /// What holds for the Ingress's path.
  var value: ValueInForce?
  /// The other annotations of the Ingress that hold.
  var companions: Set<String>
  /// The codes of the findings about the Ingress, each with its annotation where there is one.
  var findings: [String]

  /// Whether the value that holds is the Ingress's own.
  var isInForce: Bool { value?.origin == .annotation }

  /// Name, state, value and findings.
  func columns(_ key: String) -> [String] {
    let told = value.map { "\(key)=\($0.line) (\($0.origin.rawValue))" } ?? "no \(key)"
    return [name, state.rawValue, told, findings.joined(separator: ", ")]
  }
}

/// What is made of each Ingress of some manifests, in their order.
func annotationOutcomes(of key: String, in inputs: [Input]) -> [AnnotationOutcome] {
  let inspection = inspect(inputs).inspection
  let said = migrate(inputs).report.groups.flatMap { group in
    group.occurrences.map { (group.rule.code, $0) }
  }
  return ingresses(in: inputs).compactMap { ingress in
    let reference = ObjectReference(
      kind: "Ingress", namespace: ingress.metadata.namespace, name: ingress.metadata.name)
    guard let seen = inspection.ingresses.first(where: { $0.reference == reference }) else {
      return nil
    }
    let notes = ingress.metadata.annotations.map { (bareKey($0.key), $0.value) }
    let values = notes.map { ($0.0, ValueInForce(of: $0.0, ingress, in: inspection)) }
    return AnnotationOutcome(
      name: ingress.metadata.name, written: notes.first { $0.0 == key }?.1, state: seen.state,
      reason: seen.reason ?? "", value: ValueInForce(of: key, ingress, in: inspection),
      companions: Set(values.filter { $0.1?.origin == .annotation && $0.0 != key }.map(\.0)),
      findings: Set(said.filter { $0.1.subject == reference }.map { finding($0.0, $0.1.field) })
        .sorted())
  }
}

/// A finding's code, with the annotation that it is about.
private func finding(_ code: String, _ field: String) -> String {
  field.contains("/") ? "\(code) [\(bareKey(field))]" : code
}

private func bareKey(_ annotation: String) -> String {
  annotation.split(separator: "/").last.map(String.init) ?? annotation
}

private func ingresses(in inputs: [Input]) -> [Ingress] {
  var importer = Importer()
  for case (let name, .bytes(let bytes)) in inputs.map({ ($0.name, $0.content) }) {
    importer.read(bytes, file: name)
  }
  importer.finish()
  return importer.cluster.ingresses
}
