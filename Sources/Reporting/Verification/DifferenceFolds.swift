import Evidence
import Gatewright

/// Differences that have the same causes and show in the same respects, told once.
struct DifferenceFold {
  /// What makes differences the same to a reader.
  private struct Key: Hashable {
    var codes: [String]
    var aspects: [String]
    var isExplained: Bool
  }

  var differences: [AnswerDifference]

  /// The first of them stands for all.
  var first: AnswerDifference { differences[0] }

  /// The hosts, each once, in their order.
  var hosts: [String] {
    var seen: Set<String> = []
    return differences.map(\.host).filter { seen.insert($0).inserted }
  }

  /// The folds: unexplained differences first, each for itself, then by severity and code.
  static func folds(_ differences: [AnswerDifference]) -> [DifferenceFold] {
    let unexplained = differences.filter { !$0.isExplained }.map {
      DifferenceFold(differences: [$0])
    }
    var places: [Key: Int] = [:]
    var folds: [DifferenceFold] = []
    for difference in differences where difference.isExplained {
      let key = Key(
        codes: difference.causes.map(\.code), aspects: difference.aspects, isExplained: true)
      if let place = places[key] {
        folds[place].differences.append(difference)
      } else {
        places[key] = folds.count
        folds.append(DifferenceFold(differences: [difference]))
      }
    }
    return unexplained + folds.sorted { $0.precedes($1) }
  }

  private func precedes(_ other: DifferenceFold) -> Bool {
    if first.severity != other.first.severity { return first.severity > other.first.severity }
    return (codes, first.aspects.joined()) < (other.codes, other.first.aspects.joined())
  }

  /// The codes of the causes, as one word.
  var codes: String {
    let codes = first.causes.map(\.code).joined(separator: ", ")
    return first.isExplained || codes.isEmpty ? codes : "only a part is \(codes)"
  }

  /// The title of the first cause.
  var title: String {
    guard first.isExplained, let cause = first.causes.first else {
      return "Requests are answered differently, and no finding says why"
    }
    return cause.title
  }

  /// Where, in one line: the host and paths, or how many hosts.
  var whereabouts: String {
    let more = hosts.count > 1 ? " and \(count(hosts.count - 1, "other host"))" : ""
    return "\(first.host)\(more): \(first.paths)"
  }
}

extension VerificationReport {
  /// The numbers of hosts by verdict, best first.
  var verdictWords: String {
    let words = EqualityVerdict.allCases.compactMap { verdict -> String? in
      let number = hosts.count { $0.verdict == verdict }
      return number == 0 ? nil : "\(grouped(number)) \(verdict.title)"
    }
    return words.isEmpty ? "nothing to compare" : words.joined(separator: ", ")
  }

  /// The numbers of Ingresses by verdict, best first.
  var ingressWords: String {
    let words = EqualityVerdict.allCases.compactMap { verdict -> String? in
      let number = ingresses.count { $0.verdict == verdict }
      return number == 0 ? nil : "\(grouped(number)) \(verdict.title)"
    }
    return words.isEmpty ? "none takes part" : words.joined(separator: ", ")
  }

  /// How much was compared.
  var extentWords: String {
    let classes = hosts.reduce(0) { $0 + $1.classes }
    return "\(count(hosts.count, "host")), \(grouped(classes)) classes of requests"
  }

  /// How many differences there are, and whether findings explain them.
  var differenceWords: String {
    guard !differences.isEmpty else { return "none" }
    let open = unexplained.count
    let words = open == 0 ? "all explained by findings" : "\(grouped(open)) explained by no finding"
    return "\(grouped(differences.count)), \(words)"
  }
}

extension TraceAnswer {
  /// The answer on one line.
  var summary: String {
    var words = rows.filter { ["backend", "status", "location", "no answer"].contains($0.label) }
      .map { $0.label == "status" || $0.label == "location" ? $0.words : "\($0.label) \($0.words)" }
    if let upstreamPath { words.append("path \(upstreamPath)") }
    return words.joined(separator: ", ")
  }

  /// What decided it: the last step that says where it stands.
  var decision: String {
    let step = steps.last { $0.place != nil && $0.text.isRule } ?? steps.last { $0.place != nil }
    guard let step else { return steps.last?.text ?? "" }
    let origin = [step.subject?.description, step.place?.description].compactMap { $0 }
    return "\(step.text) (\(origin.joined(separator: ", ")))"
  }
}

extension String {
  /// A step that names the rule which took a request.
  fileprivate var isRule: Bool { hasPrefix("location ") || hasPrefix("rule ") }
}
