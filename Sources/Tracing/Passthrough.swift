import Routing

/// TLS that goes to a backend unopened: the proxy sees neither host nor path.
enum Passthrough {
  static func answer(
    to request: Request, _ listener: Listener, _ backend: Backend, _ proxy: RequestReading.Proxy
  ) -> Answer {
    let steps = [StepText.listener(listener, proxy), Step("passed through to \(backend)")]
    guard backend.state == .ready else {
      return Answer(outcome: .failed("connection closed"), steps: steps)
    }
    return Answer(
      outcome: .forwarded([Fraction(.backend(backend), 1, of: 1)]),
      upstreamPath: request.target, upstreamHost: request.host, steps: steps)
  }

  /// The end of a connection that a policy does not let in; nil where it goes on.
  static func refusal(_ received: ReceivedRequest, _ listener: Listener) -> Answer? {
    var passage = Passage(received, listener: listener)
    guard var answer = passage.meet(listener.authorization, of: listener, before: nil) else {
      return nil
    }
    answer.outcome = .failed("connection closed")
    answer.responseHeaders = []
    return answer
  }
}
