/// One `location` of the nginx configuration.
struct LocationBlock: Sendable {
  /// How nginx compares the text with a path.
  enum Modifier: String, Hashable, Sendable {
    case exact = "="
    case prefix = ""
    case regex = "~*"
  }

  var modifier: Modifier
  /// The text as compared; regexes get their `^` elsewhere.
  var path: String
  /// The location it comes from; its path is the Ingress's.
  var location: Location
  /// The second of the two blocks that one Prefix path becomes: the path without the final `/`.
  var isTwin = false
}

extension Server {
  /// Whether every path of the host is a case-insensitive regex (`enforceRegexModifier`): one
  /// location asks for regexes or rewrites to something other than its path is enough.
  func isRegexHost(_ ingresses: [ServedIngress]) -> Bool {
    guard locations.contains(where: { $0.mayUsePattern(ingresses) }) else { return false }
    return blocks(ingresses).contains { block in
      guard let owner = block.location.owner else { return false }
      let rewrite = ingresses[owner].settings.rewrite
      return block.location.appliesRedirects
        && (rewrite.usesRegex || rewrite.replaces(block.path))
    }
  }

  /// The locations in the order of the configuration, longest path text first, Prefix paths as
  /// their two blocks (`getBackendServers`, `updateServerLocations`); without the regex modifier.
  func blocks(_ ingresses: [ServedIngress]) -> [LocationBlock] {
    let exact = Set(locations.filter { $0.type == .exact }.map(\.path))
    return ordered.flatMap { location in
      guard location.path != "/" else {
        return [LocationBlock(modifier: location.plainModifier, path: "/", location: location)]
      }
      guard location.type == .prefix, !location.usesPattern(ingresses) else {
        return [
          LocationBlock(modifier: location.plainModifier, path: location.path, location: location)
        ]
      }
      let path = location.path.hasSuffix("/") ? location.path : location.path + "/"
      let block = LocationBlock(modifier: .prefix, path: path, location: location)
      guard !exact.contains(location.path) else { return [block] }
      let twin = LocationBlock(
        modifier: .exact, path: location.path, location: location, isTwin: true)
      return [block, twin]
    }
  }

  /// Longest path text first, then by text descending; equal paths as they were made.
  private var ordered: [Location] {
    locations.enumerated().sorted { left, right in
      let (first, second) = (left.element.path.utf8, right.element.path.utf8)
      if first.count != second.count { return first.count > second.count }
      if left.element.path != right.element.path {
        return second.lexicographicallyPrecedes(first)
      }
      return left.offset < right.offset
    }.map(\.element)
  }
}

extension Location {
  fileprivate var plainModifier: LocationBlock.Modifier {
    switch type {
    case .exact: .exact
    case .prefix: .prefix
    }
  }

  /// Whether anything in the annotations could make the host's paths regexes.
  fileprivate func mayUsePattern(_ ingresses: [ServedIngress]) -> Bool {
    guard let owner else { return false }
    let rewrite = ingresses[owner].settings.rewrite
    return rewrite.usesRegex || !rewrite.target.isEmpty
  }

  /// The path is left as it is written: it is a regex, or is rewritten to another path.
  fileprivate func usesPattern(_ ingresses: [ServedIngress]) -> Bool {
    guard appliesRedirects, let owner else { return false }
    let rewrite = ingresses[owner].settings.rewrite
    return rewrite.usesRegex || rewrite.replaces(path)
  }
}

extension Rewrite.Setting {
  /// Whether a location with this path is rewritten (`needsRewrite`).
  func replaces(_ path: String) -> Bool { !target.isEmpty && target != path }
}
