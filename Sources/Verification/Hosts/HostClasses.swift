import Routing

/// The classes of host names that two sites tell apart.
struct HostClasses {
  /// The classes: exact names first, in their order.
  let classes: [HostClass]

  init(_ sites: Site...) {
    let patterns = Set(
      sites.flatMap(\.listeners).flatMap { $0.hosts.map(\.pattern) + $0.names }
        + sites.flatMap(\.authorizations).flatMap(\.tests).flatMap(\.hostPatterns))
    let names = Set(patterns.compactMap(\.exactName))
    let fresh = Self.freshLabel(names)
    let exact = names.sorted().map { HostClass(.exact, name: $0) }
    let wild = patterns.flatMap { $0.classes(fresh) }
    let unknown = HostClass(.unknown, name: "\(fresh).invalid")
    classes = exact + Self.unique(wild).sorted { $0.description < $1.description } + [unknown]
  }

  /// A label that no name begins with, so that wildcards are asked and no exact name.
  private static func freshLabel(_ names: Set<String>) -> String {
    var label = "other"
    while names.contains(where: { $0.hasPrefix(label) }) { label += "s" }
    return label
  }

  private static func unique(_ classes: [HostClass]) -> [HostClass] {
    var seen: Set<HostClass.Kind> = []
    return classes.filter { seen.insert($0.kind).inserted }
  }
}

extension Listener {
  /// The TLS server names that the listener tells apart.
  fileprivate var names: [HostPattern] {
    let own = serverName == .any ? [] : [serverName]
    guard case .https(let table) = transport else { return own }
    return own + table.entries.map(\.serverName)
  }
}

extension HostPattern {
  fileprivate var exactName: String? {
    guard case .exact(let name) = self else { return nil }
    return name
  }

  fileprivate func classes(_ fresh: String) -> [HostClass] {
    switch self {
    case .exact, .any: []
    case .oneLabel(let domain), .labels(let domain):
      [
        HostClass(.oneLabel(domain: domain), name: "\(fresh).\(domain)"),
        HostClass(.severalLabels(domain: domain), name: "\(fresh).\(fresh).\(domain)"),
      ]
    case .beginning(let text): [HostClass(.beginning(text), name: text + "\(fresh)")]
    case .expression(let text):
      [HostClass(.expression(text), name: HostSample(text).name ?? "")]
    }
  }
}

extension RequestTest {
  /// The host names that a policy looks at.
  fileprivate var hostPatterns: [HostPattern] {
    switch self {
    case .all(let tests), .any(let tests): tests.flatMap(\.hostPatterns)
    case .not(let test): test.hostPatterns
    case .host(.exact(let name, _)), .serverName(.exact(let name, _)): [.exact(name.lowercased())]
    case .host(.ending(let text, _)) where text.hasPrefix("."):
      [.labels(domain: text.dropFirst().lowercased())]
    case .peerAddress, .clientAddress, .host, .path, .method, .header, .serverName, .port,
      .certificate, .live:
      []
    }
  }
}
