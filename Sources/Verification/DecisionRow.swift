import Routing
import Tracing

extension DecisionTable {
  /// Requests that the same routes decide on all sides.
  struct Row {
    let signature: Signature
    let request: Request
    let answers: (before: Answer, after: Answer)
    /// In what the answers differ.
    let disagreement: Set<Aspect>

    init(signature: Signature, request: Request, answers: (before: Answer, after: Answer)) {
      self.signature = signature
      self.request = request
      self.answers = answers
      disagreement = answers.before.disagreement(with: answers.after)
    }

    var before: Landing.Decision { signature.before }
    var after: Landing.Decision { signature.after }

    /// Whether both sides hand the request to a backend.
    var areForwarded: Bool {
      guard case .forwarded = answers.before.outcome, case .forwarded = answers.after.outcome else {
        return false
      }
      return true
    }
  }
}
