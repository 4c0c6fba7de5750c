/// The paths of one host's locations, each below the shortest one that would take its requests if it
/// were not there.
struct PathTree {
  /// What a location takes.
  enum Location: Hashable {
    case exact(String)
    /// The path without a final `/`, and everything below it.
    case prefix(String)
  }

  /// Whether a policy covers a location.
  enum Cover {
    case covered
    case free
    /// Nothing gets past it either way, so that it may be covered like what is around it.
    case either
  }

  /// The paths of one operation.
  struct Area: Hashable {
    /// The location that the area is named after.
    var root: Int
    /// Nil for every path.
    var paths: [String]?
    var notPaths: [String]
  }

  private let locations: [Location?]
  private let parents: [Int?]

  /// Arranges locations; nil ones stay out.
  ///
  /// Of two with the same path the first counts.
  init(_ locations: [Location?]) {
    var positions: [Location: Int] = [:]
    var kept = locations
    for (index, location) in locations.enumerated() {
      guard let location else { continue }
      if positions[location] == nil { positions[location] = index } else { kept[index] = nil }
    }
    self.locations = kept
    parents = kept.map { $0.flatMap { location in Self.parent(of: location, positions) } }
  }

  private static func parent(of location: Location, _ positions: [Location: Int]) -> Int? {
    var path: Substring
    switch location {
    case .exact(let text):
      path = text[...]
      while path.last == "/" { path.removeLast() }
      if let position = positions[.prefix(String(path))] { return position }
    case .prefix(let text): path = text[...]
    }
    while let slash = path.lastIndex(of: "/") {
      path = path[..<slash]
      if let position = positions[.prefix(String(path))] { return position }
    }
    return nil
  }

  /// The areas that cover just the covered locations.
  ///
  /// - Parameters:
  ///   - covers: what is said of each location, in their order.
  ///   - servesRequests: whether requests that a location takes reach a backend; where those of the
  ///     location around an area do, odd spellings of the area's paths are covered, too.
  /// - Returns: nil where a path cannot be named.
  func areas(_ covers: [Cover], servesRequests: (Int) -> Bool) -> [Area]? {
    var known: [Bool?] = covers.map { _ in nil }
    for index in locations.indices where locations[index] != nil {
      settle(index, covers, &known)
    }
    var areas: [Area] = []
    var positions: [Int: Int] = [:]
    for index in byDepth where known[index] == true {
      guard parents[index].map({ known[$0] != true }) ?? true else { continue }
      let isExposed = parents[index].map(servesRequests) ?? false
      guard let paths = names(index, withSpellings: isExposed) else { return nil }
      positions[index] = areas.count
      areas.append(Area(root: index, paths: paths.isEmpty ? nil : paths, notPaths: []))
    }
    for index in byDepth where known[index] == false {
      guard let parent = parents[index], known[parent] == true else { continue }
      guard let paths = names(index, withSpellings: false) else { return nil }
      guard let position = positions[root(of: parent, known)] else { continue }
      areas[position].notPaths += paths
    }
    return areas
  }

  /// Settles a location, after those around it where it goes with them.
  private func settle(_ index: Int, _ covers: [Cover], _ known: inout [Bool?]) {
    var chain = [index]
    while let last = chain.last, known[last] == nil {
      switch covers[last] {
      case .covered: known[last] = true
      case .free: known[last] = false
      case .either:
        guard let parent = parents[last] else {
          known[last] = false
          continue
        }
        if let settled = known[parent] { known[last] = settled } else { chain.append(parent) }
        continue
      }
    }
    let settled = chain.last.flatMap { known[$0] }
    for index in chain { known[index] = settled }
  }

  private func root(of index: Int, _ known: [Bool?]) -> Int {
    var root = index
    while let parent = parents[root], known[parent] == true { root = parent }
    return root
  }

  private var byDepth: [Int] { locations.indices.filter { locations[$0] != nil } }

  /// The values that mean a location; empty for every path, nil where none can.
  private func names(_ index: Int, withSpellings: Bool) -> [String]? {
    switch locations[index] {
    case nil: return nil
    case .exact(let path):
      guard !path.hasSuffix("*") else { return nil }
      return [path] + (withSpellings ? oddSpellings(of: path) : [])
    case .prefix(""): return []
    case .prefix(let path):
      guard !path.hasSuffix("*") else { return nil }
      let odd = oddSpellings(of: path) + ["\(path)%2F*", "\(path)%2f*"]
      return [path, "\(path)/*"] + (withSpellings ? odd : [])
    }
  }
}

/// What else nginx takes for a path, and Envoy does not, as beginnings that end at the first oddity.
///
/// nginx merges slashes, and decodes characters that Envoy leaves encoded.
func oddSpellings(of path: String) -> [String] {
  var spellings: [String] = []
  var before = ""
  for character in path {
    if character == "/" {
      spellings += ["\(before)//*", "\(before)/%2F*", "\(before)/%2f*"]
      if !before.isEmpty { spellings += ["\(before)%2F*", "\(before)%2f*"] }
    } else if character == "%" || !isUnreserved(character) {
      spellings.append("\(before)%*")
    }
    before.append(character)
  }
  return spellings
}

/// The characters that Envoy decodes in every path (RFC 3986).
private func isUnreserved(_ character: Character) -> Bool {
  character.isASCII && (character.isLetter || character.isNumber || "-._~".contains(character))
}
