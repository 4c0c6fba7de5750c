import YAMLText

extension EnvoyFilter {
  /// Envoy's `retry_policy` of a route, as far as it is understood.
  package struct RetryPolicy: Hashable, Sendable {
    /// The words of `retry_on`.
    package var conditions: [String]
    /// `num_retries`: the tries beyond the first; nil where it is not written.
    package var retries: Int?
    /// `retriable_status_codes`.
    package var statuses: [Int]
    /// The methods whose requests are never tried again.
    package var exceptMethods: [String]

    package init(
      conditions: [String], retries: Int? = nil, statuses: [Int] = [], exceptMethods: [String] = []
    ) {
      self.conditions = conditions
      self.retries = retries
      self.statuses = statuses
      self.exceptMethods = exceptMethods
    }

    /// No second try: the one condition is about headers of answers, and no header is named.
    ///
    /// `num_retries: 0` would not do: Istio merges numbers in wrappers, and keeps its own where the
    /// patch says 0.
    package static let off = RetryPolicy(conditions: ["retriable-headers"])
  }
}

extension EnvoyFilter.RetryPolicy {
  /// Nil where something in it is not understood.
  init?(_ field: Field) {
    let known: Set<String> = [
      "retry_on", "num_retries", "retriable_status_codes", "retriable_request_headers",
    ]
    guard field.keys.allSatisfy(known.contains), let conditions = field["retry_on"].plain,
      let statuses = field["retriable_status_codes"].list?.compactMap(\.number),
      let methods = Self.methods(field["retriable_request_headers"])
    else { return nil }
    self.init(
      conditions: conditions.split(separator: ",").map(String.init),
      retries: field["num_retries"].number, statuses: statuses, exceptMethods: methods)
  }

  /// The methods that one condition on `:method` leaves out; nil for other conditions.
  private static func methods(_ field: Field) -> [String]? {
    guard let headers = field.list else { return nil }
    guard let header = headers.first else { return [] }
    guard headers.count == 1, header["name"].plain == ":method",
      header["invert_match"].plain == "true",
      let pattern = header["string_match"]["safe_regex"]["regex"].plain,
      pattern.utf8.allSatisfy({ (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "|") })
    else { return nil }
    return pattern.split(separator: "|").map(String.init)
  }

  /// The policy as it is merged into a route.
  var node: Node {
    var fields = Fields()
    fields.put("retry_on", conditions.joined(separator: ","))
    fields.put("num_retries", retries)
    fields.put("retriable_status_codes", statuses.map { Node.integer($0) })
    if !exceptMethods.isEmpty {
      var expression = Fields()
      expression.put("regex", exceptMethods.joined(separator: "|"))
      var match = Fields()
      match.put("safe_regex", expression.node)
      var header = Fields()
      header.put("name", ":method")
      header.put("string_match", match.node)
      header.put("invert_match", true)
      fields.put("retriable_request_headers", [header.node])
    }
    return fields.node
  }
}
