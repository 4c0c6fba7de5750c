/// The one word that a misspelt one most likely means: nearer than every other, and at most two
/// letters away; nil where there is none, or more than one.
func likelySpelling(of word: String, among words: some Sequence<String>) -> String? {
  var best: [String] = []
  var least = 3
  for candidate in words {
    let distance = editDistance(Array(word.utf8), Array(candidate.utf8), atMost: least)
    if distance < least { (least, best) = (distance, []) }
    if distance == least, least < 3 { best.append(candidate) }
  }
  return best.count == 1 ? best.first : nil
}

/// How many letters must be added, removed or replaced; more than the limit is told as one more.
private func editDistance(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int {
  guard abs(left.count - right.count) <= limit else { return limit + 1 }
  var row = Array(0...right.count)
  for (index, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for column in right.indices {
      let replaced = diagonal + (letter == right[column] ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
    }
  }
  return row[right.count]
}
