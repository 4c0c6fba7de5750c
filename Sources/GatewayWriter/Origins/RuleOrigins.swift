import Evidence
import GatewayAPI
import Routing

/// Where the fields of one rule of an HTTPRoute came from.
struct RuleOrigins {
  let group: RuleGroup
  let rule: HTTPRoute.Rule
  let path: String

  private var object: ObjectReference? { group.origin.object }
  private var canary: Origin? { group.canary?.origin }

  var all: [FieldOrigin] {
    var origins = [FieldOrigin(path, written)]
    for (index, match) in rule.matches.enumerated() {
      origins += self.match(match, at: "\(path).matches[\(index)]")
    }
    for (index, filter) in rule.filters.enumerated() {
      origins += self.filter(filter, at: "\(path).filters[\(index)]")
    }
    for (index, backend) in rule.backends.enumerated() {
      origins += self.backend(backend, at: "\(path).backendRefs[\(index)]")
    }
    origins.append(
      FieldOrigin(
        "\(path).timeouts",
        settings([.idleTimeout], otherwise: "proxy-read-timeout 60, proxy-send-timeout 60")))
    return origins
  }

  /// The Ingress path, or what stands for it where the rule came of no path.
  private var written: FieldSource {
    object == nil
      ? .choice("ingress-nginx answers every path of a host, also where no Ingress names it")
      : .written(group.origin)
  }

  private func match(_ match: HTTPRoute.Match, at path: String) -> [FieldOrigin] {
    var origins = [
      FieldOrigin("\(path).path", [written, .settings([.pathPattern], of: object)])
    ]
    if let canary {
      origins.append(
        FieldOrigin("\(path).headers", .settings([.canary], of: canary.object), .written(canary)))
    }
    return origins
  }

  private func backend(_ backend: HTTPRoute.Backend, at path: String) -> [FieldOrigin] {
    guard let canary = group.canary else { return [] }
    let isCanary =
      backend.reference.name == canary.canary.name && backend.reference.port == canary.canary.port
    return [
      FieldOrigin(path, isCanary ? .written(canary.origin) : written),
      FieldOrigin(
        "\(path).weight", .settings([.canary], of: canary.origin.object), .written(canary.origin)),
    ]
  }

  /// What decides about a filter: the settings of its topics, else a default of ingress-nginx.
  private func filter(_ filter: HTTPRoute.Filter, at path: String) -> [FieldOrigin] {
    let sources: [FieldSource] =
      switch filter {
      case .cors: settings([.cors], otherwise: "the defaults of enable-cors")
      case .requestHeaderModifier:
        settings(
          [
            .requestHeaders, .forwardedPrefix, .hostRewrite, .authAnswerHeaders,
            .certificateHeaders, .snippet,
          ], otherwise: "what ingress-nginx tells backends of a request")
      case .responseHeaderModifier:
        settings(
          [.responseHeaders, .strictTransport, .snippet, .serverSnippet],
          otherwise: "hsts true, hsts-max-age 31536000")
      case .requestRedirect: redirect
      case .urlRewrite: settings([.rewrite, .hostRewrite, .backendProtocol], otherwise: "")
      case .requestMirror: settings([.mirror, .mirrorHost], otherwise: "")
      case .extensionRef, .other: []
      }
    return [FieldOrigin(path, sources)] + parts(of: filter, at: path)
  }

  /// The parts of a rewrite are asked for one by one.
  private func parts(of filter: HTTPRoute.Filter, at path: String) -> [FieldOrigin] {
    guard case .urlRewrite = filter else { return [] }
    return [
      FieldOrigin("\(path).urlRewrite.path", settings([.rewrite], otherwise: "")),
      FieldOrigin("\(path).urlRewrite.hostname", settings([.hostRewrite], otherwise: "")),
    ]
  }

  private var redirect: [FieldSource] {
    if group.isSecureRedirect {
      return settings(
        [.secureRedirect], otherwise: "ssl-redirect true where a host has a certificate")
    }
    return settings(
      [.redirect, .appRoot, .wwwRedirect, .finalSlash, .authSignIn],
      otherwise: "nginx sends clients of /path to /path/ where only that is served")
  }

  /// The settings of topics with the rule's path behind them.
  private func settings(_ topics: [Topic], otherwise: String) -> [FieldSource] {
    [.settings(topics, of: object, otherwise: otherwise), written]
  }
}
