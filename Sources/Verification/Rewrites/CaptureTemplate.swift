/// The target of a rewrite by captures: text with `$1` to `$9`, also in braces.
struct CaptureTemplate {
  private let target: [UInt8]

  init(_ target: String) {
    self.target = Array((target.hasSuffix("?") ? String(target.dropLast()) : target).utf8)
  }

  /// The target as a function of the paths that a branch fits; nil where it is none.
  func form(_ branch: CaptureBranch) -> PathForm? {
    var pieces: [PathForm.Piece] = []
    var rest = target[...]
    var text: [UInt8] = []
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "$"), let group = Self.group(&rest) else {
        text.append(byte)
        continue
      }
      pieces.append(.text(text))
      text = []
      guard let span = branch.groups[group] else { continue }
      // A later piece after a tail has no fixed place in the result, which is no harm.
      pieces.append(.slice(start: span.start, end: span.end))
    }
    return PathForm(pieces + [.text(text)])
  }

  private static func group(_ rest: inout ArraySlice<UInt8>) -> Int? {
    let isBraced = rest.first == UInt8(ascii: "{")
    let body = isBraced ? rest.dropFirst() : rest
    guard let digit = body.first, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(digit) else {
      return nil
    }
    if isBraced, body.dropFirst().first != UInt8(ascii: "}") { return nil }
    rest = body.dropFirst(isBraced ? 2 : 1)
    return Int(digit - UInt8(ascii: "0"))
  }
}
