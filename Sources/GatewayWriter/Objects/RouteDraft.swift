import Evidence
import GatewayAPI
import Routing

/// An HTTPRoute before it has a name and is split: one Ingress, some hosts, the same rules for all.
struct RouteDraft {
  /// Which listeners the route is bound to.
  struct Sides: Hashable {
    var http: Bool
    /// The https listeners, in the order of the hosts.
    var https: [SecureListener]
  }

  var owner: ObjectReference
  var hostnames: [String?]
  var sides: Sides
  var groups: [RuleGroup]
  /// Whether it becomes a GRPCRoute.
  var isGRPC = false
  /// Whether the hosts have other rules on https.
  var isPlainPart: Bool
}

/// Makes the drafts of all hosts: for each Ingress its own rules, hosts with equal rules together.
func draftRoutes(_ plans: [HostPlan]) -> [RouteDraft] {
  var drafts: [RouteDraft] = []
  // Growing would hash the rules of all hosts again.
  var indices: [DraftKey: Int] = Dictionary(minimumCapacity: 2 * plans.count)
  for plan in plans {
    for side in sides(plan) {
      let isGRPC = plan.isGRPC(side.groups)
      for (owner, groups) in byOwner(side.groups) {
        let key = DraftKey(
          owner: owner, isCatchAll: plan.hostname == nil, http: side.http,
          isSecure: !side.https.isEmpty, isPlainPart: side.isPlainPart, isGRPC: isGRPC,
          rules: groups.map(\.rules))
        if let index = indices[key], drafts[index].hostnames.count < 16 {
          drafts[index].hostnames.append(plan.hostname)
          drafts[index].sides.https += side.https
          drafts[index].groups = merged(drafts[index].groups, groups)
        } else {
          indices[key] = drafts.count
          drafts.append(
            RouteDraft(
              owner: owner, hostnames: [plan.hostname],
              sides: RouteDraft.Sides(http: side.http, https: side.https), groups: groups,
              isGRPC: isGRPC, isPlainPart: side.isPlainPart))
        }
      }
    }
  }
  return drafts
}

/// What hosts must have in common to share an object; comments do not count.
private struct DraftKey: Hashable {
  var owner: ObjectReference
  var isCatchAll: Bool
  var http: Bool
  var isSecure: Bool
  var isPlainPart: Bool
  var isGRPC: Bool
  var rules: [[HTTPRoute.Rule]]

  init(
    owner: ObjectReference, isCatchAll: Bool, http: Bool, isSecure: Bool, isPlainPart: Bool,
    isGRPC: Bool, rules: [[HTTPRoute.Rule]]
  ) {
    self.owner = owner
    self.isCatchAll = isCatchAll
    self.http = http
    self.isSecure = isSecure
    self.isGRPC = isGRPC
    self.isPlainPart = isPlainPart
    self.rules = rules.map { group in
      group.map { rule in
        var rule = rule
        rule.comments = []
        return rule
      }
    }
  }
}

/// The rules of a host once for both ports where they are the same, else for each port.
private func sides(
  _ plan: HostPlan
) -> [(http: Bool, https: [SecureListener], isPlainPart: Bool, groups: [RuleGroup])] {
  guard let https = plan.https, let listener = plan.secureListener else {
    return [(true, [], false, plan.http)]
  }
  guard https != plan.http else { return [(true, [listener], false, https)] }
  return [(false, [listener], false, https), (true, [], true, plan.http)]
}

/// The groups by Ingress, Ingresses in the order of their first group.
private func byOwner(_ groups: [RuleGroup]) -> [(ObjectReference, [RuleGroup])] {
  var order: [ObjectReference] = []
  var byOwner: [ObjectReference: [RuleGroup]] = [:]
  for group in groups {
    if byOwner[group.owner] == nil { order.append(group.owner) }
    byOwner[group.owner, default: []].append(group)
  }
  return order.map { ($0, byOwner[$0] ?? []) }
}

/// The same groups with the comments of both hosts.
private func merged(_ first: [RuleGroup], _ second: [RuleGroup]) -> [RuleGroup] {
  zip(first, second).map { first, second in
    var group = first
    for index in group.rules.indices {
      let more = second.rules[index].comments.filter { !group.rules[index].comments.contains($0) }
      group.rules[index].comments += more
    }
    return group
  }
}
