import IngressNGINX
import YAMLText

/// The kinds of values; each returns nil and notes a fault where the value is of another kind.
extension SettingsDraft {
  /// A text; numbers and the like are taken as they are written.
  mutating func text(_ value: Value) -> String? {
    guard case .scalar(let scalar) = value.node.content, scalar.kind != .null else {
      fault(value, "takes a text")
      return nil
    }
    return scalar.text
  }

  /// `true` or `false`.
  mutating func flag(_ value: Value) -> Bool? {
    guard case .scalar(let scalar) = value.node.content, scalar.kind == .bool else {
      fault(value, "takes true or false")
      return nil
    }
    return scalar.text.lowercased() == "true"
  }

  /// A whole number in a range.
  mutating func number(_ value: Value, in range: ClosedRange<Int>) -> Int? {
    guard case .scalar(let scalar) = value.node.content, scalar.kind == .integer,
      let number = Int(scalar.text), range.contains(number)
    else {
      let end = range.upperBound == Int.max ? "on" : "to \(range.upperBound)"
      fault(value, "takes a whole number from \(range.lowerBound) \(end)")
      return nil
    }
    return number
  }

  /// One of some words.
  mutating func word(_ value: Value, of words: [String]) -> String? {
    guard let text = text(value) else { return nil }
    guard words.contains(text) else {
      let hint = nearestWord(to: text, among: words).map { "; did you mean '\($0)'?" } ?? ""
      fault(value, "takes \(alternatives(words)), not '\(text)'\(hint)")
      return nil
    }
    return text
  }

  /// A text that something is read from.
  mutating func parsed<Result>(
    _ value: Value, as syntax: String, _ parse: (String) -> Result?
  ) -> Result? {
    guard let text = text(value) else { return nil }
    guard let result = parse(text) else {
      fault(value, "takes \(syntax), not '\(text)'")
      return nil
    }
    return result
  }

  /// The elements of a list.
  mutating func list(_ value: Value) -> [Value]? {
    guard case .sequence(let nodes) = value.node.content else {
      fault(value, "takes a list")
      return nil
    }
    return nodes.enumerated().map { Value(path: "\(value.path)[\($0.offset)]", node: $0.element) }
  }

  /// The objects of a kind that are named; nobody names none to mean all.
  mutating func names(_ value: Value, of kind: String) -> [QualifiedName] {
    guard let names = list(value) else { return [] }
    if names.isEmpty { fault(value, "names no \(kind); leave it out for every \(kind)") }
    return names.compactMap { name in
      parsed(name, as: "namespace/name of \(kind.first == "I" ? "an" : "a") \(kind)") {
        QualifiedName($0)
      }
    }
  }

  /// The entries of a mapping whose keys are free.
  mutating func mapping(_ value: Value) -> [(key: String, value: Value)]? {
    guard case .mapping(let entries) = value.node.content else {
      fault(value, "takes keys with values")
      return nil
    }
    return entries.map { ($0.key, Value(path: "\(value.path).\($0.key)", node: $0.value)) }
  }

  /// The entries of a mapping with these keys and no other.
  mutating func fields(_ value: Value, _ known: [String]) -> [String: Value]? {
    guard case .mapping(let entries) = value.node.content else {
      fault(value, "takes \(alternatives(known, "and"))")
      return nil
    }
    var fields: [String: Value] = [:]
    for entry in entries {
      guard known.contains(entry.key) else {
        let hint = nearestWord(to: entry.key, among: known).map { "; did you mean '\($0)'?" } ?? ""
        fault(at: entry.keyMark, "there is no key '\(value.path).\(entry.key)'\(hint)")
        continue
      }
      fields[entry.key] = Value(path: "\(value.path).\(entry.key)", node: entry.value)
    }
    return fields
  }
}

/// Words as a list in a sentence, for example `text, json or markdown`.
func alternatives(_ words: [String], _ conjunction: String = "or") -> String {
  guard words.count > 1, let last = words.last else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
