extension FieldReader {
  /// Reads `metadata` of an object at its top.
  ///
  /// Fields that only a cluster writes, such as `managedFields`, pass unread.
  mutating func metadata(named rule: NameRule, isNamespaced: Bool, index: Int) -> Metadata {
    let place = place
    require("metadata")
    var metadata = Metadata(
      name: "", namespace: isNamespaced ? "default" : "", index: index, place: place)
    _ = mapping("metadata") { fields in fields.read(&metadata, rule, isNamespaced) }
    return metadata
  }

  private mutating func read(_ metadata: inout Metadata, _ rule: NameRule, _ isNamespaced: Bool) {
    accept(
      "uid", "resourceVersion", "generation", "selfLink", "managedFields", "ownerReferences",
      "finalizers", "deletionTimestamp", "deletionGracePeriodSeconds", "clusterName")
    metadata.name = name(rule)
    if let namespace = string("namespace"), isNamespaced, !namespace.isEmpty {
      metadata.namespace = namespace
      check(namespace, at: "namespace", .label)
    }
    metadata.labels = labels()
    metadata.annotations = annotations()
    metadata.created = created()
  }

  private mutating func name(_ rule: NameRule) -> String {
    let prefix = string("generateName")
    if let name = string("name"), !name.isEmpty {
      check(name, at: "name", rule)
      return name
    }
    guard node("name")?.isText != false else { return "" }
    let remedy =
      prefix == nil
      ? "Add `name`." : "Add `name`; the name that `generateName` leads to is not known here."
    report(.missingField, at: "name", message: "An object needs a name.", remedy: remedy)
    return ""
  }

  private mutating func labels() -> [String: String] {
    let entries = stringEntries("labels")
    for entry in entries { check(entry, in: "labels", .qualifiedName, .labelValue) }
    return Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
  }

  private mutating func annotations() -> [Annotation] {
    let entries = stringEntries("annotations")
    for entry in entries { check(entry, in: "annotations", .qualifiedName, nil) }
    let size = entries.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
    if size > 262_144 {
      report(
        .invalidValue, at: "annotations",
        message: "Annotations may hold 262144 bytes, these hold \(size).",
        remedy: "Shorten or remove annotations.")
    }
    // kubectl's copy of the whole object would bring the data of Secrets back in.
    return entries.filter { $0.key != "kubectl.kubernetes.io/last-applied-configuration" }
  }

  private mutating func created() -> Int? {
    guard let text = string("creationTimestamp") else { return nil }
    if let seconds = Int(rfc3339: text) { return seconds }
    report(
      .invalidValue, at: "creationTimestamp",
      message: "Expected a time as in RFC 3339, found \(shown(text)).",
      remedy: "Write a time such as `2024-05-06T07:08:09Z`, or remove the field.")
    return nil
  }
}
