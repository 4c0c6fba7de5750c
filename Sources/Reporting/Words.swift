import Evidence
import Gatewright

/// A number and a noun, the noun in the plural where the number asks for it.
package func count(_ number: Int, _ noun: String) -> String {
  "\(grouped(number)) \(number == 1 ? noun : plural(noun))"
}

/// A number with its thousands kept apart.
package func grouped(_ number: Int) -> String {
  var text = ""
  for (position, digit) in String(number.magnitude).reversed().enumerated() {
    if position > 0, position.isMultiple(of: 3) { text.append(",") }
    text.append(digit)
  }
  return (number < 0 ? "-" : "") + String(text.reversed())
}

/// Counts by name as a list, for example `1 Gateway, 3 HTTPRoutes`; sorted by name.
func list(_ counts: [String: Int]) -> String {
  counts.sorted { $0.key < $1.key }.map { count($0.value, $0.key) }.joined(separator: ", ")
}

private func plural(_ noun: String) -> String {
  if noun.hasSuffix("s") { return noun + "es" }
  if noun.hasSuffix("cy") || noun.hasSuffix("ry") { return noun.dropLast() + "ies" }
  return noun + "s"
}

extension Summary {
  /// The findings by severity, worst first, for example `2 errors, 1 note`.
  var findingWords: String {
    let words = Severity.allCases.sorted(by: >).compactMap { severity in
      findings[severity].map { count($0, severity.rawValue) }
    }
    return words.isEmpty ? "none" : words.joined(separator: ", ")
  }

  /// The Ingresses by verdict, best first, for example `3 exact, 1 lost`.
  var verdictWords: String {
    let words = Verdict.allCases.compactMap { verdict in
      verdicts[verdict].map { "\(grouped($0)) \(verdict.title)" }
    }
    return words.isEmpty ? "there is no Ingress" : words.joined(separator: ", ")
  }
}
