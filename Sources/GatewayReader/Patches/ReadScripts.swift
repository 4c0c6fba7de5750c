import GatewayAPI
import Routing

extension ResponseRewrite {
  /// What a script does.
  init(_ script: EnvoyFilter.AnswerScript) {
    self.init(
      location: script.location.map { Pair($0) },
      completion: script.completesPaths ? .omitted : nil,
      cookieDomain: script.cookieDomain.map { Pair($0) },
      cookiePath: script.cookiePath.map { Pair($0) })
  }
}

extension ResponseRewrite.Pair {
  fileprivate init(_ pair: EnvoyFilter.AnswerScript.Pair) {
    self.init(from: pair.from, to: pair.to)
  }
}
