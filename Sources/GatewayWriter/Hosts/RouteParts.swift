import Evidence
import Routing

extension Route {
  /// The object whose namespace the route's rules live in.
  var owner: ObjectReference? {
    if let object = origin.object { return object }
    guard case .forward(let choice) = destination, let first = choice.otherwise.shares.first else {
      return nil
    }
    return ObjectReference(
      kind: "Service", namespace: first.backend.namespace, name: first.backend.name)
  }

  /// The canary that chooses among the route's backends.
  var canaryObject: ObjectReference? {
    guard case .forward(let choice) = destination else { return nil }
    return choice.canary?.origin.object
  }

  /// The redirect that plain HTTP requests get.
  var secureRedirect: Redirect? {
    for behaviour in behaviours {
      guard case .secureRedirect(let redirect) = behaviour else { continue }
      return redirect
    }
    return nil
  }

  /// A redirect that comes before the locations: to the path with a final `/`, or to the app root.
  var isOwnRedirect: Bool {
    guard case .redirect = destination else { return false }
    return isImplicit
  }
}
