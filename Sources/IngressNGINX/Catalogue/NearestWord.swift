/// The known word that a misspelled one most likely stands for; nil where none is near, or where two
/// are equally near.
///
/// A word of four letters may have one mistake, of eight or more two; capitals do not count.
package func nearestWord(to word: String, among known: some Sequence<String>) -> String? {
  let letters = Array(word.lowercased().utf8)
  let limit = min(2, letters.count / 4)
  var best: (word: String, mistakes: Int)?
  var isUnique = true
  for candidate in known where abs(candidate.utf8.count - letters.count) <= limit {
    guard let mistakes = mistakes(letters, Array(candidate.lowercased().utf8), atMost: limit),
      mistakes <= best?.mistakes ?? limit
    else { continue }
    isUnique = mistakes != best?.mistakes
    best = (candidate, mistakes)
  }
  return isUnique ? best?.word : nil
}

/// How many letters have to be added, removed, changed or swapped with their neighbour to turn one
/// word into the other (optimal string alignment); nil for more than `limit`.
func mistakes(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int? {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    current.reserveCapacity(last.count)
    for column in right.indices {
      let change = last[column] + (left[row] == right[column] ? 0 : 1)
      var cost = min(change, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    // The swap reaches back two rows, so one row alone beyond the limit ends nothing.
    if (current + last).allSatisfy({ $0 > limit }) { return nil }
    (beforeLast, last) = (last, current)
  }
  return last.last.flatMap { $0 <= limit ? $0 : nil }
}
