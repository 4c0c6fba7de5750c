import Gatewright
import Testing

/// The API server refuses objects that are too large, so they have to be split.
@Suite("limits")
struct LimitTests {
  @Test(
    "are kept by splitting, and nothing is lost",
    arguments: [
      PeerFault(
        "seventy hosts with certificates",
        (0..<70).map {
          IngressSketch("web-\($0)", "h\($0).example.com", to: "web-\($0)")
            .secured("h\($0).example.com", by: "tls-\($0)")
        },
        answers: [
          Probe("https://h0.example.com/x", "shop/web-0:80"),
          Probe("https://h69.example.com/x", "shop/web-69:80"),
          Probe("http://h69.example.com/x", "308 https://h69.example.com/x"),
        ]),
      PeerFault(
        "forty paths on one host",
        [
          IngressSketch(
            "many", "a.example.com", paths: (0..<40).map { .init("/p\($0)", "s\($0)") })
        ],
        answers: [
          Probe("http://a.example.com/p0", "shop/s0:80"),
          Probe("http://a.example.com/p39/x", "shop/s39:80"),
          Probe("http://a.example.com/", "404"),
        ]),
      PeerFault(
        "twenty hosts with equal rules",
        [
          {
            var sketch = IngressSketch("hosts", "h0.example.com")
            sketch.hosts = (0..<20).map { "h\($0).example.com" }
            return sketch
          }()
        ],
        answers: [
          Probe("http://h0.example.com/", "shop/web:80"),
          Probe("http://h19.example.com/", "shop/web:80"),
        ]),
      PeerFault(
        "thirty paths, each with a canary by header, cookie and weight",
        [
          IngressSketch(
            "main", "a.example.com", paths: (0..<30).map { .init("/p\($0)", "s\($0)") }
          ).created(minute: 0),
          IngressSketch(
            "next", "a.example.com", paths: (0..<30).map { .init("/p\($0)", "n\($0)") }
          ).with(
            "canary: 'true'", "canary-by-header: X-Try", "canary-by-cookie: try",
            "canary-weight: '10'"
          ).created(minute: 1),
        ],
        answers: [
          Probe("http://a.example.com/p7", "shop/n7:80", headers: ["X-Try": "always"]),
          Probe("http://a.example.com/p7", "shop/n7:80", headers: ["Cookie": "try=always"]),
          Probe("http://a.example.com/p29", "shop/s29:80", headers: ["X-Try": "never"]),
          Probe("http://a.example.com/p29", "shop/n29:80 10% + shop/s29:80 90%"),
        ]),
    ])
  func splitting(_ fault: PeerFault) {
    fault.check()
    for manifest in migrate(fault.inputs).manifests {
      #expect(manifest.yaml.utf8.count < 1_000_000, "\(manifest.reference)")
    }
  }
}
