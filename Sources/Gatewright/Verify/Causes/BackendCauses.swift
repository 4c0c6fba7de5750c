import Routing
import Verification

extension Cause {
  /// What is different about how backends are reached.
  static let ofBackends: [Cause] = [
    Cause(["connection-settings-conflict"], of: .any, [.upstreamProtocol, .condition]),
    Cause(["session-cookie-differs"], of: .host, [.responseHeaders]) {
      $0.differingResponseHeaders.subtracting(["strict-transport-security"]) == ["set-cookie"]
    },
    Cause(["endpoints-chosen-anew"], of: .host, [.responseHeaders]) {
      $0.request.sessionOf != nil && $0.differingResponseHeaders.contains("set-cookie")
    },
    Cause(["grpc-keeps-host"], of: .route, [.host]) {
      $0.before.upstreamHost == UpstreamTLS.internalName
    },
    Cause(["backend-refusal-differs"], of: .route, [.status, .shares]) {
      $0.statuses.before == 502 && $0.statuses.after == 503
    },
    Cause(["mirror-without-backend"], of: .host, [.mirror]) {
      $0.after.copies.isEmpty && $0.before.ownStatus != nil
    },
    Cause(["mirror-part-chosen"], of: .route, [.mirror]) { !$0.copiesSameParts },
    // A mirror of which the input lacks the Service makes no copies at all.
    Cause(["mirror-keeps-path"], of: .route, [.mirror]) {
      $0.copiesSameParts || $0.after.copies.isEmpty
    },
    Cause(["mirror-keeps-host"], of: .route, [.mirror]) { facts in
      let targets = [facts.before, facts.after].map { Set($0.copies.map(\.target)) }
      return targets[0] == targets[1] && facts.copiesSameParts
    },
  ]
}

extension DifferenceFacts {
  /// Whether both sides make as many copies, of as many requests.
  fileprivate var copiesSameParts: Bool {
    let parts = [before, after].map { $0.copies.map(\.part.percent).sorted() }
    return parts[0] == parts[1]
  }
}
