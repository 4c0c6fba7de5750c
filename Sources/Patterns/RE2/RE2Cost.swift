/// What characters cost in RE2's program, as counted on programs that it made.
enum RE2Cost {
  /// One instruction a byte; letters with a third form outside ASCII (K and S) cost more.
  static func literal(_ scalar: Unicode.Scalar, caseless: Bool) -> Int {
    let bytes = UTF8.width(scalar)
    guard caseless else { return bytes }
    if !scalar.isASCII { return 2 * bytes }
    return 1 + distantFold(scalar)
  }

  /// The bytes of a third form of a letter: KELVIN SIGN folds to K, LONG S to S.
  static func distantFold(_ scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "k", "K": 3
    case "s", "S": 2
    case _: 0
    }
  }

  /// Everything outside ASCII.
  static let beyondASCII = 6
  /// One range outside ASCII.
  static let distantRange = 4
}
