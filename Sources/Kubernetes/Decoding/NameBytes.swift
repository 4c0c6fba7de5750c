extension UInt8 {
  var isLowercaseLetter: Bool { 97...122 ~= self }
  private var isDigit: Bool { 48...57 ~= self }
  var isLowercaseAlphanumeric: Bool { isLowercaseLetter || isDigit }
  var isAlphanumeric: Bool { isLowercaseAlphanumeric || 65...90 ~= self }
  var isHyphen: Bool { self == 45 }
  var isDataKeyCharacter: Bool { isAlphanumeric || isHyphen || self == 95 || self == 46 }
}

extension Substring.UTF8View {
  /// Whether this is a label of RFC 1123 in lower case.
  var isLabel: Bool {
    count <= 63 && first.map(\.isLowercaseAlphanumeric) == true
      && last.map(\.isLowercaseAlphanumeric) == true
      && allSatisfy { $0.isLowercaseAlphanumeric || $0.isHyphen }
  }

  /// Whether this is a subdomain of RFC 1123 in lower case; its labels have no limit of their own.
  var isSubdomain: Bool {
    guard count <= 253 else { return false }
    var previous: UInt8 = 46
    for byte in self {
      let isEdge = previous == 46 || byte == 46
      guard byte.isLowercaseAlphanumeric || byte.isHyphen || byte == 46 else { return false }
      if isEdge, byte == 46 ? !previous.isLowercaseAlphanumeric : byte.isHyphen { return false }
      previous = byte
    }
    return previous.isLowercaseAlphanumeric
  }

  /// Whether this is a service name of RFC 6335 in lower case.
  var isPortName: Bool {
    guard count <= 15, isLabel, contains(where: \.isLowercaseLetter) else { return false }
    return zip(self, dropFirst()).allSatisfy { !($0.isHyphen && $1.isHyphen) }
  }

  /// Whether this may be a key of a ConfigMap or a Secret.
  var isDataKey: Bool { !isEmpty && count <= 253 && allSatisfy(\.isDataKeyCharacter) }

  /// Whether this is the name part of a label's or annotation's key.
  var isNamePart: Bool {
    count <= 63 && isDataKey && first.map(\.isAlphanumeric) == true
      && last.map(\.isAlphanumeric) == true
  }

  /// Whether this is the key of a label or annotation.
  var isQualifiedName: Bool {
    guard let slash = firstIndex(of: 47) else { return isNamePart }
    return self[..<slash].isSubdomain && self[index(after: slash)...].isNamePart
  }
}
