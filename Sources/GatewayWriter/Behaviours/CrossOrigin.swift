import Evidence
import Routing

extension RouteSpeaker {
  /// CORS; nginx's own defaults are written out, since the filter's are others.
  mutating func sayCORS(_ cors: CORS) {
    let spoken = SpokenCORS(cors)
    guard let filter = spoken.filter else {
      lose(.cors, because: "No origin is left that the filter can name.")
      return
    }
    said(.cors)
    speech.cors = filter
    speech.corsCondition = spoken.condition
    find(.corsAnsweredByEnvoy, about: .cors)
    if spoken.leavesCredentials { find(.corsCredentialsLeftOut, about: .cors) }
    if !spoken.lost.isEmpty {
      find(.corsValuesLost, about: .cors, "Left out: \(spoken.lost.joined(separator: ", "))")
    }
  }
}

extension Rule {
  static let corsAnsweredByEnvoy = Rule(
    "cors-answered-by-envoy", .note, .changed,
    title: "CORS is answered by Envoy, where browsers see no difference",
    before: "nginx answers every OPTIONS request of an origin that fits with 204, hands those of "
      + "others to the backend, and puts all CORS headers on every answer.",
    after: "They answer preflights alone, with 200 and whatever the origin, and put methods, "
      + "headers and time only on them; the origin is named where nginx says *.",
    remedy: "Nothing, unless clients other than browsers look at these headers.")
  static let corsCredentialsLeftOut = Rule(
    "cors-credentials-left-out", .note, .changed,
    title: "CORS allows any origin, and so no credentials",
    before: "nginx answers * and lets scripts send credentials, which browsers refuse together.",
    after: "Envoy names the origin instead of *, with which browsers would send credentials from "
      + "any site; so they do not allow credentials.",
    remedy: "List the origins in cors-allow-origin if scripts have to send credentials.")
  static let corsValuesLost = Rule(
    "cors-values-lost", .warning, .lost,
    title: "Some values of CORS cannot be said",
    before: "nginx sends whatever is written.",
    after: "They leave out other schemes than http and https, null, stars inside a name, methods "
      + "that Gateway API does not know, and what is more than 64 entries.",
    remedy: "Check whether any script depends on what is left out.")

  /// What becomes different about CORS.
  static let ofCORS: [Rule] = [.corsAnsweredByEnvoy, .corsCredentialsLeftOut, .corsValuesLost]
}
