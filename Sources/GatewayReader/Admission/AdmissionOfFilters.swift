import GatewayAPI

extension Admission {
  /// Filter types that may stand more than once in a list.
  private static let repeatable: Set<String> = ["RequestMirror", "ExtensionRef", "ExternalAuth"]

  static func check(filters: [HTTPRoute.Filter], _ field: String) throws(Refusal) {
    try require(filters.count <= 16, field, "may have 16 items at most")
    let types = filters.map(\.type)
    let single = types.filter { !repeatable.contains($0) }
    try require(Set(single).count == single.count, field, "must not repeat a filter")
    try require(
      !(types.contains("RequestRedirect") && types.contains("URLRewrite")), field,
      "may have RequestRedirect or URLRewrite, but not both")
    for filter in filters { try check(filter, field) }
  }

  private static func check(_ filter: HTTPRoute.Filter, _ field: String) throws(Refusal) {
    switch filter {
    case .requestHeaderModifier(let modifier), .responseHeaderModifier(let modifier):
      try check(modifier, field)
    case .requestRedirect(let redirect): try check(redirect, field)
    case .urlRewrite(let rewrite):
      try require(
        rewrite.hostname?.isPreciseHostname ?? true, "\(field).hostname", "must be a host name")
    case .requestMirror(let mirror):
      try check(mirror.backend, field)
      try require(
        mirror.percent == nil || mirror.fraction == nil, field,
        "must not have both percent and fraction")
      try require((0...100).contains(mirror.percent ?? 0), field, "must be 0 to 100 percent")
    case .cors(let cors): try check(cors, field)
    case .extensionRef: break
    case .other(let type, _):
      try require(type == "ExternalAuth", "\(field).type", "must be a known type")
    }
  }

  private static func check(_ modifier: HTTPRoute.HeaderModifier, _ field: String) throws(Refusal) {
    for list in [modifier.set, modifier.add] {
      try require(list.count <= 16, field, "may have 16 items at most")
      try require(Set(list.map(\.name)).count == list.count, field, "must have unique names")
      try require(list.allSatisfy(\.name.isHeaderName), field, "must have tokens as names")
      try require(list.allSatisfy(\.value.isHeaderValue), field, "must have visible values")
    }
    try require(
      modifier.remove.count <= 16 && Set(modifier.remove).count == modifier.remove.count,
      "\(field).remove", "must have 16 unique items at most")
  }

  private static func check(_ redirect: HTTPRoute.RequestRedirect, _ field: String) throws(Refusal)
  {
    try require(
      ["http", "https"].contains(redirect.scheme ?? "http"), "\(field).scheme",
      "must be http or https")
    try require(
      redirect.hostname?.isPreciseHostname ?? true, "\(field).hostname", "must be a host name")
    try require(
      [301, 302, 303, 307, 308].contains(redirect.statusCode ?? 302), "\(field).statusCode",
      "must be 301, 302, 303, 307 or 308")
    try require(
      (1...65_535).contains(redirect.port ?? 1), "\(field).port", "must be a port number")
  }

  private static func check(_ cors: HTTPRoute.CORS, _ field: String) throws(Refusal) {
    for list in [cors.allowOrigins, cors.allowMethods, cors.allowHeaders] {
      try require(
        !list.contains("*") || list.count == 1, field, "must have `*` alone in a list")
    }
    for list in [cors.allowOrigins, cors.allowMethods, cors.allowHeaders, cors.exposeHeaders] {
      try require(
        list.count <= 64 && Set(list).count == list.count, field,
        "must have 64 unique items at most")
    }
    try require(
      cors.allowMethods.allSatisfy { $0 == "*" || methods.contains($0) },
      "\(field).allowMethods", "must be methods in upper case")
    try require(
      cors.allowOrigins.allSatisfy(\.isOrigin), "\(field).allowOrigins",
      "must be `*` or origins such as https://*.example.com")
    try require((cors.maxAge ?? 5) >= 1, "\(field).maxAge", "must be 1 or more")
  }
}
