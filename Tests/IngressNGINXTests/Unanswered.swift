/// Recorded answers that the model does not give yet.
struct Unanswered {
  var probes: Int
  var reason: Reason

  enum Reason: String {
    case aliases = "server-alias is not read yet"
    case annotations = "annotations of other families can drop an Ingress and are not read yet"
    case authentication = "basic and external authentication are not read yet"
    case forwardedHeaders =
      "use-forwarded-headers and the controller's header lists are not read yet"
    case customHeaders = "custom-headers is not read yet"
    case backendStatus = "the backend was told to answer with a status that an error page replaces"
    case bodyLimit = "proxy-body-size is not read yet"
    case rateLimits = "limit-* annotations can drop an Ingress and are not read yet"
    case snippets = "the text of snippets is not read"
    case wwwRedirect = "from-to-www-redirect is not read yet"
  }

  /// The exceptions by case; every other case is answered in full.
  static let byCase: [String: Unanswered] = [
    "alias-01": Unanswered(probes: 6, reason: .aliases),
    "alias-02": Unanswered(probes: 2, reason: .aliases),
    "alias-03": Unanswered(probes: 3, reason: .aliases),
    "alias-04": Unanswered(probes: 30, reason: .aliases),
    "alias-05": Unanswered(probes: 8, reason: .aliases),
    "alias-06": Unanswered(probes: 2, reason: .aliases),
    "annotation-parsing-04": Unanswered(probes: 11, reason: .annotations),
    "annotation-parsing-05": Unanswered(probes: 26, reason: .annotations),
    "annotation-parsing-08": Unanswered(probes: 3, reason: .annotations),
    "auth-01": Unanswered(probes: 18, reason: .authentication),
    "auth-02": Unanswered(probes: 45, reason: .authentication),
    "auth-03": Unanswered(probes: 51, reason: .authentication),
    "auth-04": Unanswered(probes: 49, reason: .authentication),
    "auth-05": Unanswered(probes: 15, reason: .authentication),
    "configmap-defaults-01": Unanswered(probes: 7, reason: .forwardedHeaders),
    "configmap-defaults-03": Unanswered(probes: 2, reason: .bodyLimit),
    "configmap-defaults-04": Unanswered(probes: 6, reason: .forwardedHeaders),
    "configmap-defaults-05": Unanswered(probes: 4, reason: .forwardedHeaders),
    "custom-headers-01": Unanswered(probes: 16, reason: .customHeaders),
    "custom-headers-02": Unanswered(probes: 38, reason: .customHeaders),
    "default-backend-07": Unanswered(probes: 4, reason: .backendStatus),
    "default-backend-08": Unanswered(probes: 4, reason: .backendStatus),
    "default-backend-10": Unanswered(probes: 2, reason: .backendStatus),
    "proxy-settings-02": Unanswered(probes: 4, reason: .bodyLimit),
    "proxy-settings-03": Unanswered(probes: 1, reason: .annotations),
    "rate-limit-02": Unanswered(probes: 25, reason: .rateLimits),
    "snippets-03": Unanswered(probes: 3, reason: .snippets),
    "www-redirect-01": Unanswered(probes: 18, reason: .wwwRedirect),
    "www-redirect-03": Unanswered(probes: 7, reason: .wwwRedirect),
  ]
}
