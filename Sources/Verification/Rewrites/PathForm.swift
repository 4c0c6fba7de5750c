/// A text made of a path, as a function of the path.
struct PathForm: Hashable {
  enum Piece: Hashable {
    case text([UInt8])
    /// Some of the path's bytes; `end` nil for all up to its end.
    case slice(start: Int, end: Int?)
  }

  private(set) var pieces: [Piece]

  init(_ pieces: [Piece]) { self.pieces = pieces.filter { $0 != .text([]) } }

  /// The path as it is.
  static let identity = PathForm([.slice(start: 0, end: nil)])

  static func text(_ text: String) -> PathForm { PathForm([.text(Array(text.utf8))]) }

  /// The form in which equal functions of paths that begin with `known` look equal: slices of the
  /// known bytes as text, neighbours joined, tails that begin at the same byte.
  func normal(knowing known: [UInt8], tailsFrom offset: Int) -> PathForm {
    var normal = PathForm([])
    for piece in pieces {
      switch piece {
      case .text(let text): normal.append(text)
      case .slice(let start, let end):
        normal.append(start, end ?? Int.max, known, offset)
      }
    }
    return normal
  }

  /// The byte from which the last piece takes all of the path; nil where none does.
  var tailStart: Int? {
    guard case .slice(let start, nil) = pieces.last else { return nil }
    return start
  }

  private mutating func append(_ text: [UInt8]) {
    guard !text.isEmpty else { return }
    if case .text(let before) = pieces.last {
      pieces[pieces.count - 1] = .text(before + text)
    } else {
      pieces.append(.text(text))
    }
  }

  private mutating func append(_ start: Int, _ end: Int, _ known: [UInt8], _ offset: Int) {
    var start = start
    let isTail = end == Int.max
    let fixedEnd = min(end, min(known.count, isTail ? offset : known.count))
    if start < fixedEnd {
      append(Array(known[start..<fixedEnd]))
      start = fixedEnd
    }
    if isTail {
      if start < offset { pieces.append(.slice(start: start, end: offset)) }
      pieces.append(.slice(start: max(start, offset), end: nil))
    } else if start < end {
      pieces.append(.slice(start: start, end: end))
    }
  }
}

extension PathForm {
  /// Whether two forms are the same function of all paths that begin with `known`.
  static func areEqual(_ left: PathForm, _ right: PathForm, knowing known: [UInt8]) -> Bool {
    let offset = max(left.tailStart ?? 0, right.tailStart ?? 0)
    return left.normal(knowing: known, tailsFrom: offset)
      == right.normal(knowing: known, tailsFrom: offset)
  }
}
