import Evidence
import GatewayAPI
import Kubernetes
import Routing

/// The EnvoyFilters that say what is collected, and what is to be said of them.
struct PatchFilters {
  /// One object and its kind.
  struct Written {
    var kind: PatchKind
    var filter: EnvoyFilter
    /// How many rules it changes.
    var rules: Int
    /// The locations that it changes.
    var origins: [Origin]
  }

  /// The most rules in one object, which keeps it far below what an API server stores.
  private static let limit = 200

  let written: [Written]

  init(_ patching: Patching, _ options: WriteOptions) {
    written = patching.byGateway.flatMap { gateway, rules in
      PatchKind.allCases.flatMap { Self.filters($0, rules, gateway, options) }
    }
  }

  private static func filters(
    _ kind: PatchKind, _ rules: [Patching.Named], _ gateway: ObjectName, _ options: WriteOptions
  ) -> [Written] {
    let changes = rules.compactMap { rule -> (patch: EnvoyFilter.Patch, origin: Origin)? in
      guard let patch = rule.patches.first(where: { $0.kind == kind }) else { return nil }
      let change = EnvoyFilter.Patch(
        .routes(EnvoyFilter.RouteSelection(forwarding: rule.name), patch.change),
        proxyVersion: PatchKind.versions,
        comments: options.writesProvenance ? [describe(rule.origin)] : [])
      return (change, rule.origin)
    }
    return stride(from: 0, to: changes.count, by: limit).map { start in
      let part = Array(changes[start..<min(start + limit, changes.count)])
      let name = "\(gateway.name)-\(kind.suffix)"
      let number = start / limit + 1
      let filter = EnvoyFilter(
        metadata: Metadata(
          name: number == 1 ? name : "\(name)-\(number)", namespace: gateway.namespace),
        gateway: gateway.name, priority: kind.priority,
        patches: (number == 1 ? kind.insertions : []) + part.map(\.patch))
      return Written(kind: kind, filter: filter, rules: part.count, origins: part.map(\.origin))
    }
  }
}

extension PatchKind {
  /// The filter that has to be in the chain before routes can use it; it does nothing by itself.
  fileprivate var insertions: [EnvoyFilter.Patch] {
    let name: String? =
      switch self {
      case .requestRates: EnvoyFilter.TokenLimit.filter
      case .bodyLimits: EnvoyFilter.bufferFilter
      // Istio itself puts in the filter that asks services.
      case .rewrites, .idleTimeouts, .retries, .questions: nil
      }
    guard let name else { return [] }
    return [
      EnvoyFilter.Patch(
        .filter(EnvoyFilter.FilterInsertion(name: name)), proxyVersion: PatchKind.versions)
    ]
  }
}

extension RoutePatch {
  /// What is merged into the route.
  fileprivate var change: EnvoyFilter.RouteChange {
    switch self {
    case .rewrite(let pattern, let replacement):
      EnvoyFilter.RouteChange(
        substitution: EnvoyFilter.RouteChange.Substitution(
          pattern: pattern, replacement: replacement))
    case .requestRate(let rate): EnvoyFilter.RouteChange(limit: rate.limit)
    case .bodyLimit(let bytes): EnvoyFilter.RouteChange(bodyLimit: bytes)
    case .idleTimeout(let seconds): EnvoyFilter.RouteChange(idleTimeout: "\(seconds)s")
    case .retries(let retries): EnvoyFilter.RouteChange(retries: retries.policy)
    case .question(let service): EnvoyFilter.RouteChange(service: service)
    }
  }
}

extension RoutePatch.RequestRate {
  fileprivate var limit: EnvoyFilter.TokenLimit {
    EnvoyFilter.TokenLimit(
      buckets: buckets.map { bucket in
        EnvoyFilter.TokenLimit.Bucket(
          tokens: bucket.tokens, tokensPerFill: bucket.tokensPerFill,
          fillInterval: bucket.fillInterval, isPerClient: bucket.isPerClient)
      }, exempt: exempt, status: status)
  }
}

extension RoutePatch.Retries {
  fileprivate var policy: EnvoyFilter.RetryPolicy {
    guard count > 0, !conditions.isEmpty else { return .off }
    return EnvoyFilter.RetryPolicy(
      conditions: conditions, retries: count, statuses: statuses,
      exceptMethods: sparesChanges ? ["POST", "LOCK", "PATCH"] : [])
  }
}
