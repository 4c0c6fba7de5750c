import Testing

/// One Ingress that cannot be carried over must not stop the others.
@Suite("all or nothing")
struct AllOrNothingTests {
  private static let sibling = IngressSketch("sibling", "sibling.example.com", to: "sibling")
  private static let siblingAnswers = Probe("http://sibling.example.com/", "shop/sibling:80")

  /// The main Ingress of a canary, older than its canaries.
  private static let main = IngressSketch("main", "a.example.com").created(minute: 0)

  private static func canary(_ name: String, to service: String, path: String = "/")
    -> IngressSketch
  {
    IngressSketch(name, "a.example.com", to: service, path: path).with("canary: 'true'")
      .created(minute: 1)
  }

  private static func fault(
    _ title: String, _ ingresses: [IngressSketch], beside others: String = "",
    answers: [Probe], finds codes: Set<String> = []
  ) -> PeerFault {
    PeerFault(
      title, ingresses + [sibling], beside: others, answers: answers + [siblingAnswers],
      finds: codes)
  }

  @Test(
    "does not happen",
    arguments: [
      fault(
        "two Ingresses with the same host and path",
        [main, IngressSketch("late", "a.example.com", to: "late").created(minute: 1)],
        answers: [Probe("http://a.example.com/x", "shop/web:80")]),
      fault(
        "the same path twice in one Ingress",
        [
          IngressSketch(
            "twice", "a.example.com", paths: [.init("/x", "first"), .init("/x", "second")])
        ],
        answers: [Probe("http://a.example.com/x", "shop/first:80")]),
      fault(
        "two Ingresses with the same path and backend",
        [main, IngressSketch("again", "a.example.com").created(minute: 1)],
        answers: [Probe("http://a.example.com/x", "shop/web:80")]),
      fault(
        "canary: \"True\"",
        [
          main,
          IngressSketch("next", "a.example.com", to: "next")
            .with("canary: 'True'", "canary-weight: '20'").created(minute: 1),
        ],
        answers: [Probe("http://a.example.com/", "shop/next:80 20% + shop/web:80 80%")]),
      fault(
        "a canary with no main path",
        [main, canary("next", to: "next", path: "/other").with("canary-weight: '20'")],
        answers: [Probe("http://a.example.com/other", "shop/web:80")],
        finds: ["canary-unmatched"]),
      fault(
        "a canary on a host that nobody serves",
        [
          IngressSketch("lonely", "lonely.example.com")
            .with("canary: 'true'", "canary-weight: '20'")
        ],
        answers: [Probe("http://lonely.example.com/", "404")], finds: ["canary-host-not-served"]),
      fault(
        "a canary of another path type",
        [
          main,
          IngressSketch("next", "a.example.com", paths: [.init("/", "next", type: "Exact")])
            .with("canary: 'true'", "canary-weight: '20'").created(minute: 1),
        ],
        answers: [Probe("http://a.example.com/", "shop/web:80")], finds: ["canary-unmatched"]),
      fault(
        "a canary in another namespace",
        [main, canary("next", to: "next").within("data").with("canary-weight: '20'")],
        answers: [Probe("http://a.example.com/", "data/next:80 20% + shop/web:80 80%")]),
      fault(
        "two canaries on one path",
        [
          main, canary("first", to: "first").with("canary-weight: '20'"),
          IngressSketch("second", "a.example.com", to: "second")
            .with("canary: 'true'", "canary-weight: '30'").created(minute: 2),
        ],
        answers: [Probe("http://a.example.com/", "shop/first:80 20% + shop/web:80 80%")]),
      fault(
        "a named port with its Service",
        [
          IngressSketch(
            "named", "a.example.com", paths: [.init("/", "web", port: "name: http")])
        ],
        beside: """
          ---
          apiVersion: v1
          kind: Service
          metadata: {name: web, namespace: shop}
          spec: {ports: [{name: http, port: 8080}]}
          ---
          apiVersion: v1
          kind: Service
          metadata: {name: sibling, namespace: shop}
          spec: {ports: [{port: 80}]}
          """,
        answers: [Probe("http://a.example.com/", "shop/web:8080")]),
    ])
  func goesOn(_ fault: PeerFault) { fault.check() }

  @Test("does not happen with a named port of an unknown Service, which is a finding")
  func unknownNamedPort() {
    let fault = Self.fault(
      "a named port without its Service",
      [IngressSketch("named", "a.example.com", paths: [.init("/", "web", port: "name: http")])],
      answers: [], finds: ["service-port-unresolved"])
    fault.check()
  }
}
