import GatewayAPI
import Kubernetes

extension Samples {
  /// A patch of each kind.
  static let envoyFilter = EnvoyFilter(
    metadata: Metadata(name: "limits", namespace: "infra"), gateway: "edge", priority: 10,
    patches: [
      patch(.filter(EnvoyFilter.FilterInsertion(name: EnvoyFilter.TokenLimit.filter))),
      patch(.filter(EnvoyFilter.FilterInsertion(name: EnvoyFilter.bufferFilter))),
      patch(.filter(EnvoyFilter.FilterInsertion(name: EnvoyFilter.passwordFilter))),
      patch(.filter(EnvoyFilter.FilterInsertion(subject: ".*CN=a.*", on: "a.example.com"))),
      change(EnvoyFilter.RouteChange(users: ["ann:{SHA}x", "bob:{SHA}y"])),
      change(EnvoyFilter.RouteChange(users: [])),
      change(
        EnvoyFilter.RouteChange(
          substitution: EnvoyFilter.RouteChange.Substitution(
            pattern: "^/a(.*)$", replacement: "/b\\1"), idleTimeout: "90s", retries: .off)),
      change(
        EnvoyFilter.RouteChange(
          retries: EnvoyFilter.RetryPolicy(
            conditions: ["reset", "retriable-status-codes"], retries: 4, statuses: [502, 503],
            exceptMethods: ["POST", "PATCH"]))),
      patch(.filter(EnvoyFilter.FilterInsertion(name: EnvoyFilter.AnswerScript.filter))),
      patch(
        .filter(EnvoyFilter.FilterInsertion(name: EnvoyFilter.SignInScript.filter, at: .first))),
      patch(.filter(EnvoyFilter.FilterInsertion(name: EnvoyFilter.AdmissionScript.filter))),
      patch(
        .filter(EnvoyFilter.FilterInsertion(name: EnvoyFilter.ErrorPageScript.filter, at: .first))),
      change(
        EnvoyFilter.RouteChange(errorPages: EnvoyFilter.ErrorPageScript(statuses: [404, 503]))),
      change(
        EnvoyFilter.RouteChange(signIn: EnvoyFilter.SignInScript(address: "https://in.test/"))),
      change(
        EnvoyFilter.RouteChange(
          answers: EnvoyFilter.AnswerScript(
            location: EnvoyFilter.AnswerScript.Pair(from: "http://a.test/", to: "/"),
            completesPaths: true))),
      change(EnvoyFilter.RouteChange(limit: limit, bodyLimit: 1024)),
      change(EnvoyFilter.RouteChange(service: service(.whole("/check?a=b")))),
      change(EnvoyFilter.RouteChange(service: service(.prefix("/check")))),
      change(
        EnvoyFilter.RouteChange(
          limit: EnvoyFilter.TokenLimit(buckets: [bucket(7, "1s", false)], status: 418))),
    ])

  private static let limit = EnvoyFilter.TokenLimit(
    buckets: [bucket(11, "1s", true), bucket(101, "60s", true)],
    exempt: ["10.0.0.0/8", "2001:db8::1/128"], status: 503)

  private static func service(
    _ path: EnvoyFilter.AuthorizationService.Path
  ) -> EnvoyFilter.AuthorizationService {
    EnvoyFilter.AuthorizationService(
      host: "auth.ops.svc.cluster.local", port: 4180, timeout: "60s", path: path,
      questionHeaders: [Pair("x-sent-from", "nginx")], upstreamHeaders: ["x-user", "x-mail"],
      responseHeaders: ["set-cookie"], refusalHeaders: ["www-authenticate"])
  }

  private static func bucket(
    _ tokens: Int, _ interval: String, _ isPerClient: Bool
  ) -> EnvoyFilter.TokenLimit.Bucket {
    EnvoyFilter.TokenLimit.Bucket(
      tokens: tokens, tokensPerFill: 2, fillInterval: interval, isPerClient: isPerClient)
  }

  private static func change(_ change: EnvoyFilter.RouteChange) -> EnvoyFilter.Patch {
    patch(.routes(EnvoyFilter.RouteSelection(forwarding: "shop.web.a"), change))
  }

  private static func patch(_ change: EnvoyFilter.Patch.Change) -> EnvoyFilter.Patch {
    EnvoyFilter.Patch(change, proxyVersion: "^1\\.30\\.")
  }
}
