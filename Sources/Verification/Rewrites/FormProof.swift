import Routing

/// Whether two routes make the same of every path of a class, given that they make the same of one.
struct FormProof {
  /// Why that is not proved, in words; nil where it is.
  let doubt: String?

  init(before: Route?, after: Route?, paths: PathSpace.PathClass, marks: PathMarks) {
    guard !paths.isSingle, let before, let after else {
      doubt = nil
      return
    }
    let left = RouteForm(route: before, paths: paths, marks: marks).result
    let right = RouteForm(route: after, paths: paths, marks: marks).result
    let besides = before.madeOfPaths == after.madeOfPaths
    doubt =
      Self.doubt(left, right, before, after, paths)
      ?? (besides ? nil : "copies or headers are made of the path in different ways")
  }

  private static func doubt(
    _ left: RouteForm.Result, _ right: RouteForm.Result, _ before: Route, _ after: Route,
    _ paths: PathSpace.PathClass
  ) -> String? {
    switch (left, right) {
    case (.unknown(let reason), _), (_, .unknown(let reason)):
      if let replacement = Replacement(of: before), replacement == Replacement(of: after) {
        return nil
      }
      return "the new path is not known as a function: \(reason)"
    case (.form(let left), .form(let right)):
      let beginnings = [before.path.knownBeginning, after.path.knownBeginning]
      let known = beginnings.max { $0.count < $1.count } ?? []
      if PathForm.areEqual(left, right, knowing: known) { return nil }
      return "the new paths are made in different ways"
    }
  }
}

extension Route {
  /// What is made of a path beside the path that the backend or client sees.
  fileprivate var madeOfPaths: [String] {
    behaviours.compactMap { behaviour in
      if case .mirror(let mirror) = behaviour {
        return mirror.target.contains("$") ? "copy of \(mirror.target)" : "copy"
      }
      if case .forwardedPrefix(let text) = behaviour, text.contains("$") {
        return "prefix \(text) of \(behaviours.filter(\.isRewrite))"
      }
      return nil
    }
  }
}

extension Behaviour {
  fileprivate var isRewrite: Bool {
    guard case .rewritePath = self else { return false }
    return true
  }
}
