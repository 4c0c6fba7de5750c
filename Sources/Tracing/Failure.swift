import Routing

/// Answers to requests that no route ever sees.
enum Failure {
  static func noListener(_ port: Int) -> Answer {
    Answer(outcome: .failed("no listener"), steps: [Step("nothing listens on port \(port)")])
  }

  /// nginx answers plain HTTP on a TLS port with 400; Envoy closes.
  static func wrongScheme(
    _ scheme: Request.Scheme, _ port: Int, _ proxy: RequestReading.Proxy
  ) -> Answer {
    let steps = [Step("port \(port) does not speak \(scheme.rawValue)")]
    if proxy == .nginx, scheme == .http {
      return Answer(outcome: .answered(status: 400, location: nil), steps: steps)
    }
    return Answer(outcome: .failed("connection closed"), steps: steps)
  }

  /// Envoy closes a TLS connection that no filter chain takes.
  static func unknownServerName(_ name: String) -> Answer {
    let shown = name.isEmpty ? "a client that sends none" : name
    return Answer(
      outcome: .failed("connection closed"),
      steps: [Step("no listener for the TLS server name of \(shown)")])
  }

  static func refused(_ refusal: Refusal) -> Answer {
    Answer(
      outcome: .answered(status: refusal.status, location: nil),
      steps: [Step("refused before any route: \(refusal.reason)")])
  }

  static func noHost(_ name: String, _ passage: Passage) -> Answer {
    passage.answered(404, Step("no host for \(name.isEmpty ? "an empty name" : name)"))
  }
}
