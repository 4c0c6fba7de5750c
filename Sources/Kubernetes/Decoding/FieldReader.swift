package import Evidence
package import YAMLText

/// Reads the fields of one object with their paths, and collects every mistake on the way.
///
/// A reader stands in one mapping at a time; `mapping` and `list` step into a field and back.
/// A field that is missing or `null` reads as nil, a mistake is noted and reads as nil, so that
/// decoding goes on and a person sees all mistakes of an object at once. A caller that wants a
/// field to be there says `require`. A field that nobody asked for is noted as unknown when its
/// mapping is left, unless the caller says `ignoreOthers`.
///
///     var fields = FieldReader(object.body, file: object.file)
///     fields.accept("apiVersion", "kind", "metadata", "status")
///     let hosts = fields.mapping("spec") { spec in spec.strings("hosts") } ?? []
///     let findings = fields.finish(about: object.reference)
package struct FieldReader: Sendable {
  /// The file that places name.
  package let file: String
  /// Whether findings may show the values they are about; false for Secrets.
  package var showsValues = true
  /// Every mistake so far; `finish` says which object they are about.
  package internal(set) var findings: [Finding] = []
  var level: Level
  var path: [FieldStep] = []

  /// The mapping that the reader stands in.
  struct Level: Sendable {
    var entries: [Entry]
    var mark: Mark
    var seen = SeenFields()
    var ignoresOthers = false
  }

  /// Starts at the top of an object; anything but a mapping reads as an empty one.
  package init(_ body: Node, file: String) {
    self.file = file
    var entries: [Entry] = []
    if case .mapping(let written) = body.content { entries = written }
    level = Level(entries: entries, mark: body.mark)
  }

  /// The place of the mapping that the reader stands in.
  package var place: Place { level.mark.place(in: file) }

  /// The value of a field as it is written; nil where it is missing or `null`.
  package mutating func node(_ key: String) -> Node? {
    guard let index = level.entries.firstIndex(where: { $0.key == key }) else { return nil }
    level.seen.insert(index)
    let value = level.entries[index].value
    if case .scalar(let scalar) = value.content, scalar.kind == .null { return nil }
    return value
  }

  /// Marks fields as known without reading them.
  package mutating func accept(_ keys: String...) {
    for index in level.entries.indices where keys.contains(level.entries[index].key) {
      level.seen.insert(index)
    }
  }

  /// Lets every other field of this mapping pass.
  package mutating func ignoreOthers() {
    level.ignoresOthers = true
  }

  /// Notes each of these fields that is missing or `null`.
  package mutating func require(_ keys: String...) {
    for key in keys where node(key) == nil {
      report(
        .missingField, at: key, message: "The field is required and is not there.",
        remedy: "Add `\(key)`.")
    }
  }

  /// Ends the reading of the object: notes unknown fields and hands out all findings.
  ///
  /// The subject is nil for an object without a name.
  package mutating func finish(about subject: ObjectReference?) -> [Finding] {
    reportUnknownFields()
    return findings.map { finding in
      var finding = finding
      finding.subject = subject
      return finding
    }
  }
}
