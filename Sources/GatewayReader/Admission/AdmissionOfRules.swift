import GatewayAPI

extension Admission {
  static func check(_ rule: HTTPRoute.Rule, _ field: String) throws(Refusal) {
    try require(rule.matches.count <= 64, "\(field).matches", "may have 64 items at most")
    for (index, match) in rule.matches.enumerated() {
      try check(match, "\(field).matches[\(index)]")
    }
    try check(filters: rule.filters, "\(field).filters")
    try check(backends: rule.backends, field)
    let all = rule.filters + rule.backends.flatMap(\.filters)
    let redirects = rule.filters.contains { $0.type == "RequestRedirect" }
    try require(
      !redirects || rule.backends.isEmpty, field,
      "must not have a RequestRedirect filter together with backendRefs")
    try require(
      !all.contains(where: \.replacesPrefix) || rule.hasOnePrefix, field,
      "must have exactly one PathPrefix match when a filter uses replacePrefixMatch")
    try check(rule.timeouts, rule.retry, field)
  }

  static func check(_ rule: GRPCRoute.Rule, _ field: String) throws(Refusal) {
    try require(rule.matches.count <= 64, "\(field).matches", "may have 64 items at most")
    for (index, match) in rule.matches.enumerated() {
      try check(match, "\(field).matches[\(index)]")
    }
    try check(filters: rule.filters, "\(field).filters")
    try check(backends: rule.backends, field)
  }

  private static func check(backends: [HTTPRoute.Backend], _ field: String) throws(Refusal) {
    try require(backends.count <= 16, "\(field).backendRefs", "may have 16 items at most")
    for (index, backend) in backends.enumerated() {
      try check(backend, "\(field).backendRefs[\(index)]")
    }
  }

  static func check(_ backend: HTTPRoute.Backend, _ field: String) throws(Refusal) {
    try check(backend.reference, field)
    try require(
      (0...1_000_000).contains(backend.weight ?? 1), "\(field).weight",
      "must be between 0 and 1000000")
    try check(filters: backend.filters, "\(field).filters")
  }

  static func check(_ reference: BackendReference, _ field: String) throws(Refusal) {
    let isService = reference.group.isEmpty && reference.kind == "Service"
    try require(
      !isService || reference.port != nil, "\(field).port", "must be specified for a Service")
    try require(
      (1...65_535).contains(reference.port ?? 1), "\(field).port", "must be a port number")
  }

  private static func check(
    _ timeouts: HTTPRoute.Timeouts?, _ retry: HTTPRoute.Retry?, _ field: String
  ) throws(Refusal) {
    for text in [timeouts?.request, timeouts?.backendRequest, retry?.backoff].compactMap(\.self) {
      try require(text.isGatewayDuration, "\(field).timeouts", "must be durations such as 10s")
    }
    if let request = timeouts?.request.flatMap({ Duration(istio: $0) }), request != .zero,
      let backend = timeouts?.backendRequest.flatMap({ Duration(istio: $0) })
    {
      try require(
        backend <= request, "\(field).timeouts",
        "must not have a backendRequest longer than the request")
    }
    try require((retry?.attempts ?? 1) >= 1, "\(field).retry.attempts", "must be 1 or more")
    try require(
      retry?.codes.allSatisfy { (400...599).contains($0) } ?? true, "\(field).retry.codes",
      "must be between 400 and 599")
  }
}

extension HTTPRoute.Rule {
  fileprivate var hasOnePrefix: Bool {
    matches.count <= 1 && (matches.first?.path?.type ?? .pathPrefix) == .pathPrefix
  }
}

extension HTTPRoute.Filter {
  fileprivate var replacesPrefix: Bool {
    switch self {
    case .requestRedirect(let filter): filter.path?.replacesPrefix ?? false
    case .urlRewrite(let filter): filter.path?.replacesPrefix ?? false
    case .requestHeaderModifier, .responseHeaderModifier, .requestMirror, .cors, .extensionRef,
      .other:
      false
    }
  }
}

extension HTTPRoute.PathModifier {
  fileprivate var replacesPrefix: Bool {
    switch self {
    case .replacePrefixMatch: true
    case .replaceFullPath: false
    }
  }
}

extension String {
  /// A duration of GEP-2257: up to four numbers of five digits with `h`, `m`, `s` or `ms`.
  fileprivate var isGatewayDuration: Bool {
    let units = split { $0.isASCII && $0.isNumber }
    let numbers = split { $0.isASCII && $0.isLetter }
    return Duration(istio: self) != nil && !contains(".") && units.count <= 4
      && units.allSatisfy { ["h", "m", "s", "ms"].contains($0) }
      && numbers.allSatisfy { $0.count <= 5 }
  }
}
