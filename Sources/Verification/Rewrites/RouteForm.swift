import Automata
import Routing

/// What a route makes of the path, for the paths of one class.
struct RouteForm {
  /// What the backend, or the client in a Location, sees of the path.
  enum Result {
    case form(PathForm)
    /// It is not known as a function; the text says why.
    case unknown(String)
  }

  let route: Route
  let paths: PathSpace.PathClass
  let marks: PathMarks

  var result: Result {
    var form = Result.form(.identity)
    for behaviour in route.behaviours {
      if case .rewritePath(let rewrite) = behaviour {
        form = applied(rewrite, before: form, trimsSlash: true)
      }
      if case .redirect(let redirect) = behaviour { return location(redirect) }
      if case .snippet(let snippet) = behaviour, snippet.looksAtRequests {
        return .unknown("a condition or variable in \(snippet.name)")
      }
    }
    if case .redirect(let redirect) = route.destination { return location(redirect) }
    return form
  }

  private func location(_ redirect: Redirect) -> Result {
    guard case .parts(let parts) = redirect.target else { return .form(.text("")) }
    guard let rewrite = parts.path else { return .form(.identity) }
    return applied(rewrite, before: .form(.identity), trimsSlash: false)
  }

  private func applied(_ rewrite: PathRewrite, before: Result, trimsSlash: Bool) -> Result {
    switch rewrite {
    case .full(let text): .form(.text(text))
    case .prefix(let text): prefix(text, trimsSlash)
    case .captures(let pattern, let target): captures(pattern, target, before)
    case .substitution: .unknown("a substitution by a regular expression")
    }
  }

  private func prefix(_ text: String, _ trimsSlash: Bool) -> Result {
    guard let sample = paths.samples.first, let length = route.path.cutLength else {
      return .form(.text(trimsSlash && text.isEmpty ? "/" : text))
    }
    let rest = sample.count > length ? sample[length] : nil
    guard trimsSlash else { return .form(.joining(text, length)) }
    if text.isEmpty || text == "/" {
      return .form(.joining("/", rest == UInt8(ascii: "/") ? length + 1 : length))
    }
    return .form(.joining(text.hasSuffix("/") ? String(text.dropLast()) : text, length))
  }

  private func captures(_ pattern: String, _ target: String, _ before: Result) -> Result {
    let known = marks.captures[pattern]
    if let found = known?.found, !paths.markers.contains(found) { return before }
    guard let numbers = known?.branches, let branches = marks.branches[pattern],
      let index = numbers.indices.first(where: { paths.markers.contains(numbers[$0]) })
    else { return .unknown("the groups of \(pattern)") }
    let template = CaptureTemplate(target)
    return template.form(branches[index]).map { .form($0) } ?? .unknown("the target \(target)")
  }
}

extension PathForm {
  /// A text and everything from a byte of the path on.
  fileprivate static func joining(_ text: String, _ start: Int) -> PathForm {
    PathForm([.text(Array(text.utf8)), .slice(start: start, end: nil)])
  }
}

extension PathMatch {
  /// How many bytes a prefix rewrite replaces; nil for all.
  fileprivate var cutLength: Int? {
    switch self {
    case .prefix("/"): 1
    case .prefix(let text): text.hasSuffix("/") ? text.utf8.count - 1 : text.utf8.count
    case .text(let text): text.utf8.count
    case .exact, .pattern: nil
    }
  }

  /// Bytes that all paths of the match begin with.
  var knownBeginning: [UInt8] {
    switch self {
    case .exact(let text), .text(let text): Array(text.utf8)
    case .prefix(let text): Array((text.hasSuffix("/") ? text.dropLast() : text[...]).utf8)
    case .pattern: []
    }
  }
}

extension Snippet {
  /// Whether what it does hangs on the request.
  fileprivate var looksAtRequests: Bool { directives.contains { $0.looksAtRequests } }
}

extension Directive {
  fileprivate var looksAtRequests: Bool {
    block != nil || arguments.contains { $0.contains("$") }
  }
}
