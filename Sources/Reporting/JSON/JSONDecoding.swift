extension JSON: Decodable {
  /// Reads any value; the keys of objects come sorted, since decoders do not keep their order.
  public init(from decoder: any Decoder) throws {
    if let keyed = try? decoder.container(keyedBy: AnyKey.self) {
      self = .object(
        try keyed.allKeys.sorted { $0.stringValue < $1.stringValue }.map { key in
          Member(key.stringValue, try keyed.decode(JSON.self, forKey: key))
        })
    } else if var unkeyed = try? decoder.unkeyedContainer() {
      var values: [JSON] = []
      while !unkeyed.isAtEnd { values.append(try unkeyed.decode(JSON.self)) }
      self = .array(values)
    } else {
      self = try Self.single(decoder.singleValueContainer())
    }
  }

  private static func single(_ value: any SingleValueDecodingContainer) throws -> JSON {
    if value.decodeNil() { return .null }
    if let bool = try? value.decode(Bool.self) { return .bool(bool) }
    if let integer = try? value.decode(Int.self) { return .integer(integer) }
    if let number = try? value.decode(Double.self) { return .number(number) }
    return .string(try value.decode(String.self))
  }
}

/// A key of which nothing is known beforehand.
private struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }

  init?(intValue: Int) { nil }
}
