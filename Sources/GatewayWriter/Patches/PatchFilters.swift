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
    /// The locations or hosts that it changes.
    var origins: [Origin]
  }

  private typealias Change = (patch: EnvoyFilter.Patch, origin: Origin)

  let written: [Written]

  init(_ patching: Patching, _ options: WriteOptions) {
    written = patching.gateways.flatMap { gateway in
      PatchKind.allCases.flatMap { kind in
        Self.filters(kind, Self.changes(kind, patching, gateway, options), gateway)
      }
    }
  }

  private static func changes(
    _ kind: PatchKind, _ patching: Patching, _ gateway: ObjectName, _ options: WriteOptions
  ) -> [Change] {
    func patch(_ change: EnvoyFilter.Patch.Change, _ origin: Origin) -> Change {
      let comments = options.writesProvenance ? [describe(origin)] : []
      return (
        EnvoyFilter.Patch(change, proxyVersion: kind.versions, comments: comments), origin
      )
    }
    switch kind {
    case .clientSubjects:
      return patching.subjects(at: gateway).map { subject in
        let filter = EnvoyFilter.FilterInsertion(
          subject: containing(subject.expression), on: subject.host)
        return patch(.filter(filter), subject.origin)
      }
    case .rewrites, .requestRates, .basicAuth, .bodyLimits, .idleTimeouts, .retries, .answers,
      .signIns, .errorPages, .questions:
      return patching.rules(at: gateway).compactMap { rule in
        guard let change = rule.patches.first(where: { $0.kind == kind })?.change else {
          return nil
        }
        return patch(
          .routes(EnvoyFilter.RouteSelection(forwarding: rule.name), change), rule.origin)
      }
    }
  }

  private static func filters(
    _ kind: PatchKind, _ changes: [Change], _ gateway: ObjectName
  ) -> [Written] {
    parts(of: changes).enumerated().map { index, part in
      let name = "\(gateway.name)-\(kind.suffix)"
      let filter = EnvoyFilter(
        metadata: Metadata(
          name: index == 0 ? name : "\(name)-\(index + 1)", namespace: gateway.namespace),
        gateway: gateway.name, priority: kind.priority,
        patches: (index == 0 ? kind.insertions : []) + part.map(\.patch))
      return Written(kind: kind, filter: filter, origins: part.map(\.origin))
    }
  }

  /// The changes of each object, which stays far below what an API server stores.
  private static func parts(of changes: [Change]) -> [[Change]] {
    var parts: [[Change]] = []
    var bytes = 0
    for change in changes {
      let size = change.patch.passwordBytes
      if let count = parts.last?.count, count < 200, bytes + size <= PasswordFileLimit.bytes {
        parts[parts.count - 1].append(change)
        bytes += size
      } else {
        parts.append([change])
        bytes = size
      }
    }
    return parts
  }
}

/// How much of password files one object holds.
enum PasswordFileLimit {
  static let bytes = 500_000
}

extension EnvoyFilter.Patch {
  /// The length of the password file that it holds.
  fileprivate var passwordBytes: Int {
    switch change {
    case .routes(_, let change): (change.users ?? []).reduce(0) { $0 + $1.utf8.count + 1 }
    case .filter, .unknown: 0
    }
  }
}

extension PatchKind {
  /// The filters that have to be in the chain before routes can use them; they do nothing by
  /// themselves.
  fileprivate var insertions: [EnvoyFilter.Patch] {
    let filters: [EnvoyFilter.FilterInsertion] =
      switch self {
      case .requestRates: [EnvoyFilter.FilterInsertion(name: EnvoyFilter.TokenLimit.filter)]
      case .bodyLimits: [EnvoyFilter.FilterInsertion(name: EnvoyFilter.bufferFilter)]
      case .answers: [EnvoyFilter.FilterInsertion(name: EnvoyFilter.AnswerScript.filter)]
      case .signIns:
        [
          EnvoyFilter.FilterInsertion(name: EnvoyFilter.SignInScript.filter, at: .first),
          EnvoyFilter.FilterInsertion(name: EnvoyFilter.AdmissionScript.filter),
        ]
      case .errorPages:
        [EnvoyFilter.FilterInsertion(name: EnvoyFilter.ErrorPageScript.filter, at: .first)]
      case .basicAuth: [EnvoyFilter.FilterInsertion(name: EnvoyFilter.passwordFilter)]
      // Istio itself puts in the filter that asks services.
      case .rewrites, .clientSubjects, .idleTimeouts, .retries, .questions: []
      }
    return filters.map { EnvoyFilter.Patch(.filter($0), proxyVersion: versions) }
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
    case .users(let lines): EnvoyFilter.RouteChange(users: lines)
    case .bodyLimit(let bytes): EnvoyFilter.RouteChange(bodyLimit: bytes)
    case .idleTimeout(let seconds): EnvoyFilter.RouteChange(idleTimeout: "\(seconds)s")
    case .retries(let retries): EnvoyFilter.RouteChange(retries: retries.policy)
    case .answers(let rewrite): EnvoyFilter.RouteChange(answers: rewrite.script)
    case .signIn(let page):
      EnvoyFilter.RouteChange(signIn: EnvoyFilter.SignInScript(address: page.address))
    case .errorPages(let statuses):
      EnvoyFilter.RouteChange(errorPages: EnvoyFilter.ErrorPageScript(statuses: statuses))
    case .question(let service): EnvoyFilter.RouteChange(service: service)
    }
  }
}

extension ResponseRewrite {
  fileprivate var script: EnvoyFilter.AnswerScript {
    EnvoyFilter.AnswerScript(
      location: location?.script, completesPaths: completion != nil,
      cookieDomain: cookieDomain?.withoutDots.script, cookiePath: cookiePath?.script)
  }
}

extension ResponseRewrite.Pair {
  fileprivate var script: EnvoyFilter.AnswerScript.Pair {
    EnvoyFilter.AnswerScript.Pair(from: from, to: to)
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
