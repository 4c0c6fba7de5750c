import Evidence
import Gatewright
import Testing

/// What is written for passwords is compared with what ingress-nginx asks for, user by user.
@Suite("Passwords in EnvoyFilters")
struct PasswordTests {
  private static let ann = "W6ph5Mm5Pz8GgiULbPgzG37mj9g="
  private static let other = "hvfkN/qlp/zhXR3cuerq6jd2Z7g="

  private static let input = """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: web
      namespace: shop
      annotations:
        nginx.ingress.kubernetes.io/auth-type: basic
        nginx.ingress.kubernetes.io/auth-secret: users
    spec:
      ingressClassName: nginx
      rules:
      - host: a.test
        http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}
    ---
    apiVersion: v1
    kind: Secret
    metadata: {name: users, namespace: shop}
    stringData: {auth: "ann:{SHA}\(ann)\\nbob:{PLAIN}a\\n"}
    """

  /// What `verify` says of the output after some text of it is replaced.
  private static func faults(_ part: String, _ other: String) -> [String] {
    var options = MigrationOptions()
    options.allowsEnvoyFilter = true
    let before = Input(name: "input.yaml", text: input)
    let written = migrate([before], options: options).manifests.map(\.yaml)
      .joined(separator: "---\n")
    #expect(written.contains(part))
    let after = Input(name: "after.yaml", text: written.replacing(part, with: other))
    return verify([before], gateway: [after], options: options).unexplained.map(\.curl)
  }

  @Test(
    "are the same for every user, or the difference is a fault",
    arguments: [
      ("ann:{SHA}\(ann)", "ann:{SHA}\(other)"), ("bob:{SHA}\(other)", "bob:{SHA}\(ann)"),
      ("bob:{SHA}\(other)", "cat:{SHA}\(other)"), ("ann:{SHA}\(ann)", "# ann"),
      ("        - Authorization\n", "        - X-Other\n"),
      ("envoy.filters.http.basic_auth:", "x:"),
    ])
  func mutations(_ part: String, _ other: String) {
    #expect(!Self.faults(part, other).isEmpty)
  }

  @Test(
    "go together with an authentication service and its sign-in",
    arguments: [
      "auth-url: http://auth.shop.svc.cluster.local/check",
      """
      auth-url: http://auth.shop.svc.cluster.local/check
          nginx.ingress.kubernetes.io/auth-signin: https://login.example.com/start
      """,
    ])
  func services(_ annotation: String) {
    let key = "    nginx.ingress.kubernetes.io/auth-type: basic\n"
    let text = Self.input.replacing(
      key, with: key + "    nginx.ingress.kubernetes.io/\(annotation)\n")
    var options = MigrationOptions()
    options.allowsEnvoyFilter = true
    let migration = migrate([Input(name: "input.yaml", text: text)], options: options)
    #expect(migration.report.verification?.faults == [])
    #expect(migration.manifests.contains { $0.reference.name == "ingress-basic-auth" })
  }

  @Test("differ as the findings say, where nothing is replaced")
  func untouched() { #expect(Self.faults("# nobody", "# nobody") == []) }
}
