/// Recorded answers that the model does not give yet.
struct Unanswered {
  var probes: Int
  var reason: Reason

  enum Reason: String {
    case inspection = "the deep inspection of hosts and paths is not done yet"
    case forwardedHeaders =
      "use-forwarded-headers and the controller's header lists are not read yet"
    case allowedHeaders = "global-allowed-response-headers is not read yet"
    case allowedSnippets = "allow-snippet-annotations is not read yet"
    case bodyLimit = "proxy-body-size of the ConfigMap is not read yet"
    case buffering = "proxy-settings are not read in full yet"
    case mirroredDefault = "the mirror of an implicit / is not asked yet"
    case secureSignin = "the redirect to the sign-in has no header of HSTS in the record"
    case scheme = "the scheme towards a backend of an odd host is not said yet"
  }

  /// The exceptions by case; every other case is answered in full.
  static let byCase: [String: Unanswered] = [
    "annotation-parsing-07": Unanswered(probes: 18, reason: .inspection),
    "auth-03": Unanswered(probes: 3, reason: .secureSignin),
    "backend-protocol-01": Unanswered(probes: 2, reason: .scheme),
    "configmap-defaults-03": Unanswered(probes: 1, reason: .bodyLimit),
    "configmap-defaults-04": Unanswered(probes: 6, reason: .forwardedHeaders),
    "configmap-defaults-05": Unanswered(probes: 4, reason: .forwardedHeaders),
    "custom-headers-02": Unanswered(probes: 13, reason: .allowedHeaders),
    "mirror-01": Unanswered(probes: 11, reason: .mirroredDefault),
    "proxy-settings-03": Unanswered(probes: 1, reason: .buffering),
    "snippets-02": Unanswered(probes: 25, reason: .allowedSnippets),
  ]
}
