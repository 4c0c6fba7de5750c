import IngressNGINX
import Routing
import Verification

extension Loss {
  /// In what the loss of such an annotation can make answers differ.
  var aspects: Set<Aspect> {
    switch self {
    case .protection:
      [
        .reached, .status, .location, .question, .condition, .requestHeaders, .responseHeaders,
      ]
    case .traffic, .answer: .everything
    case .tuning, .invisible: []
    }
  }

  /// What the loss of the annotation that a finding is about can do; nil for no annotation.
  init?(ofField field: String) {
    guard let key = field.split(separator: "/").last.map(String.init),
      let loss = Self.byKey[key]
    else { return nil }
    self = loss
  }

  private static let byKey: [String: Loss] = DescribedAnnotation.all.reduce(into: [:]) {
    $0[$1.key] = $1.loss
  }
}
