extension Int {
  /// Reads a whole number as YAML 1.1 writes it: sign, `0x`, `0o`, `0b`, leading zero, `_`.
  init?(yaml text: String) {
    let digits = text.filter { $0 != "_" }
    let negative = digits.hasPrefix("-")
    let magnitude = negative || digits.hasPrefix("+") ? digits.dropFirst() : digits[...]
    let (body, radix) = Self.split(magnitude)
    guard let first = body.first, first != "+", first != "-" else { return nil }
    guard let value = Int((negative ? "-" : "") + body, radix: radix) else { return nil }
    self = value
  }

  private static func split(_ digits: Substring) -> (body: Substring, radix: Int) {
    guard digits.count > 1, digits.first == "0" else { return (digits, 10) }
    switch digits.dropFirst().first {
    case "x", "X": return (digits.dropFirst(2), 16)
    case "o", "O": return (digits.dropFirst(2), 8)
    case "b", "B": return (digits.dropFirst(2), 2)
    default: return (digits.dropFirst(), 8)
    }
  }
}
