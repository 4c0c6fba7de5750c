/// A repetition operator as written.
struct RE2Quantifier {
  var counts: RE2Counts
  /// Where it begins.
  var start: Int

  func problem(_ construct: RE2Construct, in scanner: RE2Scanner) -> RE2Problem {
    scanner.problem(construct, from: start)
  }
}
