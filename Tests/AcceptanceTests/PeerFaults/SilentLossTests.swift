import Evidence
import Gatewright
import Testing

/// Names joined from host and Ingress may be equal where hosts and Ingresses are not.
@Suite("silent loss")
struct SilentLossTests {
  @Test(
    "does not happen",
    arguments: [
      PeerFault(
        "a wildcard and its apex in one Ingress",
        [IngressSketch("site", "*.example.com", "example.com")],
        answers: [
          Probe("http://a.example.com/", "shop/web:80"),
          Probe("http://example.com/", "shop/web:80"),
        ]),
      PeerFault(
        "a wildcard and its apex in two Ingresses",
        [
          IngressSketch("wild", "*.example.com", to: "wild"),
          IngressSketch("apex", "example.com", to: "apex"),
        ],
        answers: [
          Probe("http://a.example.com/", "shop/wild:80"),
          Probe("http://example.com/", "shop/apex:80"),
        ]),
      PeerFault(
        "hosts that differ in a dot and a dash",
        [
          IngressSketch("dots", "api.dev.example.com", to: "dots"),
          IngressSketch("dash", "api-dev.example.com", to: "dash"),
        ],
        answers: [
          Probe("http://api.dev.example.com/", "shop/dots:80"),
          Probe("http://api-dev.example.com/", "shop/dash:80"),
        ]),
      PeerFault(
        "dots and dashes in one Ingress",
        [IngressSketch("both", "api.dev.example.com", "api-dev.example.com")],
        answers: [
          Probe("http://api.dev.example.com/", "shop/web:80"),
          Probe("http://api-dev.example.com/", "shop/web:80"),
        ]),
      PeerFault(
        "Ingress names and hosts that join to the same text",
        [
          IngressSketch("a-b", "c.example.com", to: "one"),
          IngressSketch("a", "b-c.example.com", to: "two"),
        ],
        answers: [
          Probe("http://c.example.com/", "shop/one:80"),
          Probe("http://b-c.example.com/", "shop/two:80"),
        ]),
      PeerFault(
        "one host in two namespaces",
        [
          IngressSketch("web", "shared.example.com", to: "web").created(minute: 0),
          IngressSketch("api", "shared.example.com", to: "api", path: "/api").within("data")
            .created(minute: 1),
        ],
        answers: [
          Probe("http://shared.example.com/", "shop/web:80"),
          Probe("http://shared.example.com/api/v1", "data/api:80"),
        ]),
      PeerFault(
        "TLS passthrough",
        [IngressSketch("raw", "raw.example.com").with("ssl-passthrough: 'true'")],
        answers: [], finds: ["passthrough-not-enabled"]),
    ])
  func silentLoss(_ fault: PeerFault) { fault.check() }

  @Test("gives one host one Gateway, whatever namespaces serve it")
  func oneGateway() {
    let ingresses = [
      IngressSketch("web", "shared.example.com"),
      IngressSketch("api", "shared.example.com", path: "/api").within("data"),
    ]
    let manifests = migrate([Input(name: "a.yaml", text: ingresses.map { $0.yaml }.joined())])
      .manifests
    #expect(manifests.filter { $0.reference.kind == "Gateway" }.count == 1)
  }
}
