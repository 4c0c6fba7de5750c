import GatewayAPI

extension Admission {
  /// Reads everything of a DestinationRule that decides about connections.
  static func destinationRule(_ rule: DestinationRule) throws(Refusal) -> DestinationRule {
    _ = try rule.settings(ofPort: 0)
    return rule
  }

  /// What Istio's webhook refuses of an AuthorizationPolicy (`ValidateAuthorizationPolicy`).
  static func authorizationPolicy(
    _ policy: AuthorizationPolicy
  ) throws(Refusal) -> AuthorizationPolicy {
    try require(policy.rules.count <= 512, "spec.rules", "may have 512 items at most")
    try require(
      policy.target.references.count <= 16, "spec.targetRefs", "may have 16 items at most")
    for (index, rule) in policy.rules.enumerated() {
      let terms = rule.sources.flatMap(\.self) + rule.operations.flatMap(\.self) + rule.conditions
      for term in terms {
        for value in term.values + term.notValues {
          try require(
            term.attribute.takes(value), "spec.rules[\(index)]",
            "has a value that Istio does not take: `\(value)`")
        }
      }
    }
    return policy
  }
}

extension AuthorizationAttribute {
  fileprivate func takes(_ value: String) -> Bool {
    switch self {
    case .ipBlock, .remoteIPBlock, .destinationIP: value.isAddressBlock
    case .port: Int(value).map { (0...65_535).contains($0) } ?? false
    case .path: !value.contains("{") || value.isPathTemplate
    case .identity, .token, .host, .method, .header, .serverName, .metadata: !value.isEmpty
    }
  }
}

extension String {
  /// An address, or a range of them; the form alone is looked at.
  fileprivate var isAddressBlock: Bool {
    let parts = split(separator: "/", omittingEmptySubsequences: false)
    let digits = "0123456789abcdefABCDEF.:"
    guard let address = parts.first, !address.isEmpty, parts.count <= 2,
      address.allSatisfy({ digits.contains($0) })
    else { return false }
    return parts.count == 1 || Int(parts[1]).map { (0...128).contains($0) } ?? false
  }

  /// `{*}` and `{**}` stand for whole segments, and nothing but `{**}` may stand last and alone.
  fileprivate var isPathTemplate: Bool {
    guard !hasPrefix("*"), !hasSuffix("*") else { return false }
    let segments = split(separator: "/", omittingEmptySubsequences: false)
    let rests = segments.filter { $0 == "{**}" }
    return rests.count <= 1
      && segments.allSatisfy {
        ["{*}", "{**}"].contains($0) || !$0.contains { "{}*".contains($0) }
      }
  }
}
