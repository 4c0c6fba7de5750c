import Evidence

/// A host as a part of an object name, one to one: `-` doubled, `.` as `-`, `*` as `wildcard`.
///
/// Dots are legal in names, but Istio takes some names apart at dots.
func slug(_ hostname: String?) -> String {
  guard let hostname else { return "any" }
  let isWildcard = hostname.hasPrefix("*.")
  let name = isWildcard ? String(hostname.dropFirst(2)) : hostname
  let body = name.map { character in
    switch character {
    case "-": "--"
    case ".": "-"
    default: String(character)
    }
  }.joined()
  return isWildcard ? "wildcard-\(body)" : body
}

/// The name of an https listener; a wildcard's cannot be that of a host.
func listenerName(_ hostname: String?) -> String {
  guard let hostname else { return "https" }
  let name = hostname.hasPrefix("*.") ? "\(slug(hostname))-https" : "https-\(slug(hostname))"
  return bounded(name, 253)
}

/// A short stable digest (FNV-1a) that tells apart names that would be equal.
func digest(_ text: String) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  let digits = String(hash, radix: 36)
  return String(digits.suffix(6))
}

/// A name cut to a length, with a digest of the whole where it had to be cut.
func bounded(_ name: String, _ length: Int) -> String {
  guard name.utf8.count > length else { return name }
  var head = String(name.prefix(length - 7))
  while head.hasSuffix("-") || head.hasSuffix(".") { head.removeLast() }
  return "\(head)-\(digest(name))"
}

/// Names already given, by kind and namespace, so that no two objects share one.
struct NameRegistry {
  private var taken: Set<ObjectReference>

  /// - Parameter reserved: names that only their own objects may have.
  init(reserved: some Sequence<ObjectReference>) {
    taken = Set(reserved)
  }

  /// A name for an object that was not reserved; the key is what makes the object this one.
  mutating func name(_ kind: String, _ namespace: String, _ wanted: String, key: String) -> String {
    let plain = bounded(wanted, 253)
    let named = { ObjectReference(kind: kind, namespace: namespace, name: $0) }
    if taken.insert(named(plain)).inserted { return plain }
    var marked = bounded("\(wanted)-\(digest(key))", 253)
    while !taken.insert(named(marked)).inserted {
      marked = bounded("\(marked)-\(digest(marked))", 253)
    }
    return marked
  }
}
