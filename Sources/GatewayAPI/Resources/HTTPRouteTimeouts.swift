import YAMLText

extension HTTPRoute {
  /// `timeouts` of a rule; durations as written, for example `10s`.
  package struct Timeouts: Hashable, Sendable {
    package var request: String?
    package var backendRequest: String?

    package init(request: String? = nil, backendRequest: String? = nil) {
      self.request = request
      self.backendRequest = backendRequest
    }
  }

  /// `retry` of a rule (experimental channel).
  package struct Retry: Hashable, Sendable {
    package var codes: [Int]
    package var attempts: Int?
    package var backoff: String?

    package init(codes: [Int] = [], attempts: Int? = nil, backoff: String? = nil) {
      self.codes = codes
      self.attempts = attempts
      self.backoff = backoff
    }
  }
}

extension HTTPRoute.Timeouts {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      request: try field["request"].text(), backendRequest: try field["backendRequest"].text())
  }

  var node: Node {
    var fields = Fields()
    fields.put("request", request)
    fields.put("backendRequest", backendRequest)
    return fields.node
  }
}

extension HTTPRoute.Retry {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      codes: try field["codes"].items { (code) throws(Refusal) in try code.requiredInteger() },
      attempts: try field["attempts"].integer(), backoff: try field["backoff"].text())
  }

  var node: Node {
    var fields = Fields()
    fields.put("codes", codes.map { Node.integer($0) })
    fields.put("attempts", attempts)
    fields.put("backoff", backoff)
    return fields.node
  }
}
