/// A place in the text of a pattern.
struct RE2Scanner {
  private let scalars: [Unicode.Scalar]
  private(set) var position = 0

  init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

  /// The place in bytes, as problems tell it.
  var offset: Int { offset(of: position) }

  /// The scalar some places ahead; nil past the end.
  func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    let index = position + ahead
    return scalars.indices.contains(index) ? scalars[index] : nil
  }

  mutating func advance(_ count: Int = 1) {
    position = min(position + count, scalars.count)
  }

  mutating func next() -> Unicode.Scalar? {
    defer { advance() }
    return peek()
  }

  /// Steps over a text if it stands here.
  mutating func skip(_ text: String) -> Bool {
    guard starts(with: text) else { return false }
    advance(text.unicodeScalars.count)
    return true
  }

  func starts(with text: String) -> Bool {
    scalars[position...].starts(with: text.unicodeScalars)
  }

  /// Steps over the text before the next occurrence of a mark and over the mark; nil without one.
  mutating func text(upTo mark: Unicode.Scalar) -> String? {
    guard let end = scalars[position...].firstIndex(of: mark) else { return nil }
    defer { position = end + 1 }
    return Self.string(scalars[position..<end])
  }

  /// The decimal digits some places ahead; leading zeros stay.
  func digits(from ahead: Int) -> String {
    let start = min(position + ahead, scalars.count)
    return Self.string(scalars[start...].prefix { ("0"..."9").contains($0) })
  }

  /// The problem of the next scalars.
  func problem(_ construct: RE2Construct, length: Int) -> RE2Problem {
    problem(construct, from: position, length: length)
  }

  /// The problem of everything from a start up to here, at least one scalar.
  func problem(_ construct: RE2Construct, from start: Int) -> RE2Problem {
    problem(construct, from: start, length: max(1, position - start))
  }

  private func problem(_ construct: RE2Construct, from start: Int, length: Int) -> RE2Problem {
    let text = Self.string(scalars[min(start, scalars.count)...].prefix(length))
    return RE2Problem(construct: construct, offset: offset(of: start), text: text)
  }

  private func offset(of index: Int) -> Int {
    scalars.prefix(index).reduce(0) { $0 + UTF8.width($1) }
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
