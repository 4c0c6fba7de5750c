/// The tags of YAML 1.1 that change how a scalar is read.
///
/// go-yaml v2 takes scalars with other tags as strings.
enum Tag: String {
  case string = "tag:yaml.org,2002:str"
  case integer = "tag:yaml.org,2002:int"
  case decimal = "tag:yaml.org,2002:float"
  case bool = "tag:yaml.org,2002:bool"
  case null = "tag:yaml.org,2002:null"
  case timestamp = "tag:yaml.org,2002:timestamp"
  case binary = "tag:yaml.org,2002:binary"
  case merge = "tag:yaml.org,2002:merge"

  /// The scalar that a text with this tag stands for; nil when the text does not fit.
  func scalar(_ text: String) -> Scalar? {
    switch self {
    case .string, .merge: Scalar(text)
    case .integer: scalar(text, of: [.integer])
    case .decimal: scalar(text, of: [.decimal, .integer])
    case .bool: scalar(text, of: [.bool])
    case .null: scalar(text, of: [.null])
    case .timestamp: isTimestamp(text) ? Scalar(text) : nil
    case .binary: decodedBase64(text).map { Scalar($0) }
    }
  }

  /// The tag as people write it.
  var name: String {
    switch self {
    case .string: "!!str"
    case .integer: "!!int"
    case .decimal: "!!float"
    case .bool: "!!bool"
    case .null: "!!null"
    case .timestamp: "!!timestamp"
    case .binary: "!!binary"
    case .merge: "!!merge"
    }
  }

  private func scalar(_ text: String, of kinds: [Scalar.Kind]) -> Scalar? {
    let kind = withBytes(of: text) { resolve($0) }
    return kinds.contains(kind) ? Scalar(text, kind) : nil
  }
}

/// Lends the UTF-8 bytes of a text.
func withBytes<Value>(of text: String, _ body: (Span<UInt8>) -> Value) -> Value {
  if let value = unsafe text.utf8.withContiguousStorageIfAvailable({ unsafe body($0.span) }) {
    return value
  }
  let bytes = Array(text.utf8)
  return unsafe bytes.withUnsafeBufferPointer { unsafe body($0.span) }
}
