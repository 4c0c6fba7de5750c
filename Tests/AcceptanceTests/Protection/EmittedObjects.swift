import Foundation
import YAMLText

/// Emitted objects as plain trees, and what they let through: read here anew, by no code that writes
/// or reads them in the product.
struct EmittedObjects {
  var documents: [Node]

  init(yaml: String) {
    var documents: [Node] = []
    YAMLText.parse(Array(yaml.utf8), file: "out.yaml") { result in
      if case .success(let document) = result { documents.append(document.root) }
    }
    self.documents = documents
  }

  func all(_ kind: String) -> [Node] { documents.filter { $0["kind"]?.text == kind } }

  /// How a request ends at the gateway.
  enum End {
    /// No rule takes it, a rule without a backend does, or a redirect.
    case nowhere
    case denied
    /// An authentication service is asked first.
    case asked
    case backend
  }

  func end(of request: AuditedRequest) -> End {
    let taken = rules(for: request)
    guard taken.contains(where: { $0["backendRefs"] != nil }) else { return .nowhere }
    let policies = all("AuthorizationPolicy").filter { covers($0, request) }
    if policies.contains(where: { $0["spec"]?["action"]?.text == "DENY" }) { return .denied }
    return policies.isEmpty ? .backend : .asked
  }

  /// Whether the host's listener asks every client for a certificate.
  func asksForCertificate(_ host: String) -> Bool {
    let listeners = all("Gateway").flatMap { $0["spec"]?["listeners"]?.items ?? [] }
    return listeners.filter { $0["hostname"]?.text == host }.contains {
      $0["tls"]?["options"]?["gateway.istio.io/tls-terminate-mode"]?.text == "MUTUAL"
    }
  }
}

/// A request as the audit asks it.
struct AuditedRequest: Hashable {
  var isSecure: Bool
  /// The Host header, which may have a port.
  var authority: String
  /// As Envoy sees it.
  var path: String
  var address: String
  var method = "GET"

  var host: String { String(authority.prefix { $0 != ":" }).lowercased() }
}

extension EmittedObjects {
  /// The rules that take a request: those of the best host and of the best path.
  private func rules(for request: AuditedRequest) -> [Node] {
    let routes = all("HTTPRoute").filter { isOn($0, request.isSecure) }
    let candidates = routes.flatMap { route -> [(rank: Int, rule: Node)] in
      let ranks = hostRanks(route, request.host)
      guard let rank = ranks.max() else { return [] }
      return (route["spec"]?["rules"]?.items ?? []).map { (rank, $0) }
    }
    guard let best = candidates.map(\.rank).max() else { return [] }
    var found: (rank: [Int], rules: [Node]) = ([], [])
    for (rank, rule) in candidates where rank == best {
      for match in rule["matches"]?.items ?? [] {
        guard let own = pathRank(match, request.path) else { continue }
        if found.rank.lexicographicallyPrecedes(own) { found = (own, []) }
        if found.rank == own { found.rules.append(rule) }
      }
    }
    return found.rules
  }

  private func isOn(_ route: Node, _ isSecure: Bool) -> Bool {
    (route["spec"]?["parentRefs"]?.items ?? []).contains {
      ($0["sectionName"]?.text == "http") != isSecure
    }
  }

  private func hostRanks(_ route: Node, _ host: String) -> [Int] {
    guard let names = route["spec"]?["hostnames"]?.texts, !names.isEmpty else { return [0] }
    return names.compactMap { name in
      if name == host { return 1000 }
      return name.hasPrefix("*") && host.hasSuffix(name.dropFirst()) ? name.count : nil
    }
  }

  /// Exact, then prefixes, then expressions, each the longest first; nil where it does not fit.
  private func pathRank(_ match: Node, _ path: String) -> [Int]? {
    let value = match["path"]?["value"]?.text ?? "/"
    switch match["path"]?["type"]?.text ?? "PathPrefix" {
    case "Exact": return value == path ? [3, value.count] : nil
    case "PathPrefix":
      let plain = value.hasSuffix("/") ? String(value.dropLast()) : value
      return path == plain || path.hasPrefix("\(plain)/") ? [2, value.count] : nil
    default: return fits(path, "^(?:\(value))$") ? [1, value.count] : nil
    }
  }
}

extension EmittedObjects {
  private func covers(_ policy: Node, _ request: AuditedRequest) -> Bool {
    (policy["spec"]?["rules"]?.items ?? []).contains { rule in
      let sources = rule["from"]?.items.compactMap { $0["source"] }
      let operations = rule["to"]?.items.compactMap { $0["operation"] }
      return (sources?.contains { isSource($0, request) } ?? true)
        && (operations?.contains { isOperation($0, request) } ?? true)
        && (rule["when"]?.items ?? []).allSatisfy { isCondition($0, request) }
    }
  }

  private func isSource(_ source: Node, _ request: AuditedRequest) -> Bool {
    holds(source, "remoteIpBlocks", "notRemoteIpBlocks") { isIn($0, request.address) }
  }

  private func isOperation(_ operation: Node, _ request: AuditedRequest) -> Bool {
    holds(operation, "hosts", "notHosts") {
      isLike($0.lowercased(), request.authority.lowercased())
    }
      && holds(operation, "paths", "notPaths") { isLike($0, request.path) }
      && holds(operation, "ports", "notPorts") { $0 == (request.isSecure ? "443" : "80") }
      && holds(operation, "methods", "notMethods") { $0 == request.method }
  }

  /// No request of the audit has a special header.
  private func isCondition(_ condition: Node, _ request: AuditedRequest) -> Bool {
    let value = condition["key"]?.text == "connection.sni" && request.isSecure ? request.host : ""
    return holds(condition, "values", "notValues") { !value.isEmpty && isLike($0, value) }
  }

  private func holds(_ node: Node, _ key: String, _ notKey: String, _ fits: (String) -> Bool)
    -> Bool
  {
    (node[key]?.texts.contains(where: fits) ?? true)
      && !(node[notKey]?.texts.contains(where: fits) ?? false)
  }

  private func isLike(_ pattern: String, _ text: String) -> Bool {
    if pattern.hasPrefix("*") { return text.hasSuffix(pattern.dropFirst()) }
    return pattern.hasSuffix("*") ? text.hasPrefix(pattern.dropLast()) : text == pattern
  }
}

/// Whether an IPv4 address lies in a range; IPv6 ranges hold none.
func isIn(_ range: String, _ address: String) -> Bool {
  let parts = range.split(separator: "/")
  guard let first = parts.first, let base = number(String(first)), let own = number(address) else {
    return false
  }
  let bits = parts.count == 2 ? UInt32(parts[1]) ?? 32 : 32
  let mask: UInt32 = bits == 0 ? 0 : ~0 << (32 - bits)
  return base & mask == own & mask
}

private func number(_ address: String) -> UInt32? {
  let parts = address.split(separator: ".").compactMap { UInt32($0) }
  return parts.count == 4 ? parts.reduce(0) { $0 << 8 | $1 } : nil
}

/// Whether an expression is found in a text.
func fits(_ text: String, _ expression: String) -> Bool {
  guard let regex = try? NSRegularExpression(pattern: expression) else { return false }
  return regex.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
}

extension Node {
  var text: String? {
    guard case .scalar(let scalar) = content else { return nil }
    return scalar.text
  }

  var items: [Node] {
    guard case .sequence(let nodes) = content else { return [] }
    return nodes
  }

  var texts: [String] { items.compactMap(\.text) }
}
