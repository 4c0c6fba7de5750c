import GatewayReader
import Routing
import Testing
import Tracing

@Suite("EnvoyFilters that ask who somebody is")
struct AuthenticationFilterTests {
  private static let digest = "W6ph5Mm5Pz8GgiULbPgzG37mj9g="
  private static let neutral = "disabled: true, typed_config: {users: {inline_string: '# nobody'}}"

  /// A filter in the chain, and what a rule merges.
  private static func read(_ config: String, _ users: String?) -> Reading {
    let merged = users.map { users in
      """
      - applyTo: HTTP_ROUTE
          match: {routeConfiguration: {vhost: {route: {name: rule}}}}
          patch:
            operation: MERGE
            value: {typed_per_filter_config: {envoy.filters.http.basic_auth: {users: {\(users)}}}}
      """
    }
    return Manifests.read(
      Manifests.gateway(listeners: Manifests.open), Manifests.service,
      Manifests.route(rule: "{name: rule, backendRefs: [{name: web, port: 80}]}"),
      filter(
        """
        - applyTo: HTTP_FILTER
            match: {listener: {filterChain: {filter: {name: \(manager)}}}}
            patch:
              operation: INSERT_BEFORE
              value: {name: envoy.filters.http.basic_auth, \(config)}
          \(merged ?? "")
        """))
  }

  private static let manager = "envoy.filters.network.http_connection_manager"

  private static func filter(_ patches: String) -> String {
    """
    apiVersion: networking.istio.io/v1alpha3
    kind: EnvoyFilter
    metadata: {name: f, namespace: infra}
    spec:
      targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: gw}]
      configPatches:
      \(patches)
    """
  }

  private static func outcomes(_ reading: Reading) -> [Answer.Outcome] {
    let answering = Answering(reading.site)
    return [nil, Login(user: "ann"), Login(user: "bob")].map { login in
      var request = Request(host: "a.test")
      request.login = login
      return answering.answer(to: request).outcome
    }
  }

  private static let refused = Answer.Outcome.answered(status: 401, location: nil)

  @Test(
    "let in the users of the route, or those of the chain unless it is switched off",
    arguments: [
      (neutral, nil, [.web, .web, .web]),
      (neutral, "inline_string: 'ann:{SHA}\(digest)'", [refused, .web, refused]),
      (neutral, "inline_string: '# nobody'", [refused, refused, refused]),
      (
        "typed_config: {users: {inline_string: 'bob:{SHA}\(digest)'}}", nil,
        [refused, refused, .web]
      ),
      (
        "typed_config: {users: {inline_string: 'bob:{SHA}\(digest)'}}",
        "inline_string: 'ann:{SHA}\(digest)'", [refused, .web, refused]
      ),
    ] as [(String, String?, [Answer.Outcome])])
  func users(_ config: String, _ users: String?, _ outcomes: [Answer.Outcome]) {
    let reading = Self.read(config, users)
    #expect(reading.findings.isEmpty)
    #expect(Self.outcomes(reading) == outcomes)
  }

  @Test(
    "break the table with a file that Envoy refuses",
    arguments: [
      "ann", "ann:", ":{SHA}\(digest)", "ann:{SHA}short", "ann:{PLAIN}x", "ann:$apr1$x$y",
      "ann:{SHA}\(digest)\\nann:{SHA}\(digest)",
    ])
  func refusals(_ line: String) {
    let reading = Self.read(Self.neutral, "inline_string: \"\(line)\"")
    #expect(reading.codes == ["gateway-route-table-refused"])
  }

  @Test(
    "are not understood where users stand elsewhere, or more is asked",
    arguments: ["filename: /x", "inline_string: a, environment_variable: b"])
  func unknown(_ users: String) {
    #expect(Self.read(Self.neutral, users).codes == ["gateway-patch-not-understood"])
  }

  private static let certificate = """
    [{name: https, hostname: a.test, port: 443, protocol: HTTPS, \(Manifests.fromAll), \
    tls: {certificateRefs: [{name: tls}], options: {gateway.istio.io/tls-terminate-mode: MUTUAL}}}]
    """

  /// Its key was never kept.
  private static let secret = """
    apiVersion: v1
    kind: Secret
    metadata: {name: tls, namespace: infra}
    stringData:
      tls.key: ""
      ca.crt: ""
      tls.crt: |
        -----BEGIN CERTIFICATE-----
        MIIBlzCCAT2gAwIBAgIUc+kpGwcS3KqcUbhn7sp+gA5Z6ckwCgYIKoZIzj0EAwIw
        IDEeMBwGA1UEAwwVdGhyb3dhd2F5LmV4YW1wbGUuY29tMCAXDTI2MTEyNjEyMjU1
        N1oYDzIxMjYxMTAyMTIyNTU3WjAgMR4wHAYDVQQDDBV0aHJvd2F3YXkuZXhhbXBs
        ZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAT2tTa9QhJDogSiEdUlClHJ
        YbbQK2KJiDdOzvirtq/hvC+u7wiVjdJVcJvXVklB4Em1l5A0uHsVW9lY2CzSRGU2
        o1MwUTAdBgNVHQ4EFgQUFC0KYc53UnrOM0o17ooq+1jvgAUwHwYDVR0jBBgwFoAU
        FC0KYc53UnrOM0o17ooq+1jvgAUwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQD
        AgNIADBFAiEA61ChQfmW5WyXsRn4yg6wvwbSNDD4OZ3vF/4dauZZeKICIC/xpvAY
        tuPWpxUbUMSMFJFadvLAKjxReSXzh5n+Gl6k
        -----END CERTIFICATE-----
    """

  private static func subject(
    _ expression: String, sni: String = "sni: a.test, ", operation: String = "INSERT_FIRST",
    more: String = ""
  ) -> Reading {
    let type = "type.googleapis.com/envoy."
    return Manifests.read(
      Manifests.gateway(listeners: certificate), secret, Manifests.service, Manifests.route(),
      filter(
        """
        - applyTo: HTTP_FILTER
            match: {listener: {filterChain: {\(sni)filter: {name: \(manager)}}}}
            patch:
              operation: \(operation)
              value:
                name: any
                typed_config:
                  '@type': \(type)extensions.filters.http.rbac.v3.RBAC
                  matcher:
                    matcher_list:
                      matchers:
                      - predicate:
                          single_predicate:
                            input: {name: s, typed_config: {'@type': \(type)extensions.matching.common_inputs.ssl.v3.SubjectInput}}
                            value_match: {safe_regex: {google_re2: {}, regex: '\(expression)'}}
                        on_match:
                          action: {name: a, typed_config: {'@type': \(type)config.rbac.v3.Action}}
                    \(more)
        """))
  }

  private static func conditions(_ reading: Reading) -> [String] {
    let request = Request(scheme: .https, host: "a.test", clientCertificate: .trusted)
    return Answering(reading.site).answer(to: request).conditions
  }

  @Test("look for an expression in the subjects of one server name")
  func subjects() {
    let own = Self.subject("(?s:.*)(?:CN=(a|b))(?s:.*)")
    #expect(own.findings.isEmpty)
    #expect(
      Self.conditions(own) == ["a client certificate whose subject fits CN=(a|b), else 403"])
    let other = Self.subject("(?s:.*)(?:CN=a)(?s:.*)", sni: "sni: b.test, ")
    #expect(other.findings.isEmpty && Self.conditions(other).isEmpty)
  }

  @Test("are not understood where the whole subject, any listener or anything more is meant")
  func otherSubjects() {
    let sought = "(?s:.*)(?:CN=a)(?s:.*)"
    let readings = [
      Self.subject("CN=a"), Self.subject("(?s:.*)(?:CN=a(?=b))(?s:.*)"),
      Self.subject(sought, sni: ""), Self.subject(sought, operation: "INSERT_BEFORE"),
      Self.subject(sought, more: "on_no_match: {action: {name: a}}"),
    ]
    for reading in readings {
      #expect(reading.codes == ["gateway-patch-not-understood"])
      #expect(Self.conditions(reading).count == 1)
    }
  }
}
