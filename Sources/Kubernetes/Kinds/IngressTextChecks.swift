import Evidence
import YAMLText

extension FieldReader {
  /// Judges a host as `ValidateIngress` does (`IsDNS1123Subdomain`, `IsWildcardDNS1123Subdomain`).
  ///
  /// A host that only DNS rules forbid, such as `Shop.Example.com`, is kept: ingress-nginx served
  /// it where older API servers let it in. A text that cannot be a host name leaves the object out.
  mutating func checkHost(_ host: String, at key: String, _ index: Int? = nil) {
    let isAddress = host.isIPv4Address
    guard isAddress || !NameRule.host.allows(host) else { return }
    let rule: Rule = isAddress || host.looksLikeHost ? .apiServerWouldRefuse : .invalidValue
    let mark = level.entries.first { $0.key == key }?.value.mark(at: index) ?? level.mark
    path += [.key(key)] + (index.map { [.index($0)] } ?? [])
    reportHere(
      rule, mark, message: "Expected \(NameRule.host.expectation); found \(shown(host)).",
      remedy: "Write \(NameRule.host.expectation).")
    path.removeLast(index == nil ? 1 : 2)
  }

  /// Judges a path as `validateHTTPIngressPath` does; such paths are kept, as ingress-nginx
  /// serves them.
  mutating func checkPath(_ path: String, _ type: IngressPath.PathType?) {
    guard let fault = fault(of: path, type) else { return }
    report(
      .apiServerWouldRefuse, at: "path", message: "The path \(shown(path)) \(fault).",
      remedy: "Write a path that an API server accepts.")
  }

  private func fault(of path: String, _ type: IngressPath.PathType?) -> String? {
    switch type {
    case .exact, .prefix:
      guard path.hasPrefix("/") else { return "does not start with `/`" }
      if let part = path.forbiddenPart { return "contains `\(part)`" }
      return ["/..", "/."].first(where: path.hasSuffix).map { "ends with `\($0)`" }
    case .implementationSpecific, nil:
      return path.isEmpty || path.hasPrefix("/") ? nil : "does not start with `/`"
    }
  }
}

extension String {
  /// Whether this is made of the characters of host names, though not by their rules.
  var looksLikeHost: Bool {
    let body = hasPrefix("*.") ? dropFirst(2) : self[...]
    return body.utf8.isDataKey
  }

  var isIPv4Address: Bool {
    let parts = split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }

  var forbiddenPart: String? {
    guard utf8.contains(where: { $0 == 46 || $0 == 37 }) || contains("//") else { return nil }
    return ["//", "/./", "/../", "%2f", "%2F"].first(where: contains)
  }
}

extension Node {
  /// The position of an element of a list, or of the value itself.
  func mark(at index: Int?) -> Mark {
    guard let index, case .sequence(let nodes) = content, nodes.indices.contains(index) else {
      return mark
    }
    return nodes[index].mark
  }
}
