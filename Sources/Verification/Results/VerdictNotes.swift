import Evidence
import Routing

extension HostVerdict {
  /// Nothing was compared, since no name of the class could be found.
  init(unnamed host: HostClass) {
    self.init(
      host: host, differences: [], checks: [],
      uncovered: ["all requests, since no name was found that the expression fits"], classes: 0)
  }

  /// The objects whose routes take part.
  mutating func note(objectsOf routes: [Route]) {
    var last: ObjectReference?
    for route in routes {
      guard let object = route.origin.object, object != last else { continue }
      objects.insert(object)
      last = object
    }
  }

  /// What of the paths is not proved.
  mutating func note(_ space: PathSpace, _ scheme: Request.Scheme) {
    for pattern in space.irregular {
      doubt("the pattern `\(pattern.pattern)` has \(pattern.construct)", pattern.origin)
    }
    guard let length = space.coveredLength else { return }
    uncovered.append("\(scheme.rawValue) paths longer than \(length) bytes")
  }

  /// What of the conditions is not proved.
  mutating func note(_ table: DecisionTable) {
    for name in table.uncertain {
      doubt("the values of \(name) are told apart by samples", Origin())
    }
    let words = "some combinations of more than two headers, cookies and methods"
    if !table.isComplete, !uncovered.contains(words) { uncovered.append(words) }
  }

  mutating func doubt(_ reason: String, _ origin: Origin) {
    let doubt = Doubt(reason: reason, origin: origin)
    if !checks.contains(doubt) { checks.append(doubt) }
  }
}
