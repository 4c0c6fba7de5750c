import Evidence
import Gatewright

extension AnnotationDescription {
  /// What becomes of it, in a few words.
  var fateWords: String { severity.map { "\($0.rawValue): \(fate)" } ?? "carried over" }

  /// The heading on ingress-nginx's page about annotations; empty where it is not documented.
  var heading: String {
    guard let documentation, let sign = documentation.firstIndex(of: "#") else { return "" }
    return String(documentation[sign...])
  }
}

extension SettingDescription {
  /// What becomes of it, in a few words.
  var fateWords: String { severity.map { "\($0.rawValue): \(fate)" } ?? "carried over" }
}

extension AnnotationUsage.Row {
  /// The namespaces with their numbers of Ingresses, most first.
  var namespaceWords: [String] {
    namespaces.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \(grouped($0.value))" }
  }
}

extension AnnotationUsage.Standing {
  /// What ingress-nginx does because of the annotation, one sentence.
  var today: String {
    switch self {
    case .read(let description): "ingress-nginx \(description.meaning)."
    case .ineffective(let ineffective): ineffective.history
    case .unknown(let nearest):
      "ingress-nginx does not know it" + (nearest.map { "; did you mean \($0)?" } ?? ".")
    }
  }

  /// What becomes of it.
  var fateWords: String {
    switch self {
    case .read(let description): description.fateWords
    case .ineffective(let ineffective): "\(ineffective.severity.rawValue): \(ineffective.remedy)"
    case .unknown: "note: Check the spelling, or remove it."
    }
  }

  /// What there is to know of it; nil where ingress-nginx does not read it.
  var description: AnnotationDescription? {
    switch self {
    case .read(let description): description
    case .ineffective, .unknown: nil
    }
  }

  /// The standing in one word.
  var word: String {
    switch self {
    case .read: "read"
    case .ineffective(let ineffective): ineffective.rule.code
    case .unknown: "annotation-unknown"
    }
  }
}
