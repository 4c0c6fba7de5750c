import Gatewright
import Testing

/// Routes that others wrote: without Istio's objects, without our annotations, and not always right.
@Suite("other converters' output")
struct PeerOutputTests {
  @Test("is compared, whatever it is", .enabled(if: !PeerOutput.all.isEmpty))
  func everyCase() throws {
    var compared = 0
    var differing = 0
    for peer in PeerOutput.all {
      let report = verify(try peer.inputs(), gateway: try peer.gateway())
      #expect(!report.hosts.isEmpty, "\(peer.testDescription)")
      compared += 1
      if !report.unexplained.isEmpty { differing += 1 }
    }
    print("compared \(compared) outputs of another converter, \(differing) with faults")
    #expect(compared > 200)
  }

  @Test(
    "shows its recorded faults", .enabled(if: !PeerOutput.all.isEmpty),
    arguments: [
      (
        "traefik-rewrite-capture",
        VerifiedFault(
          testDescription: "captures as they stand", host: "rewrite-capture-test.nginx.local",
          request: "http://rewrite-capture-test.nginx.local/api", before: "default/backend:80 /",
          after: "default/backend:80 /$2")
      ),
      (
        "proof-host-name-collision",
        VerifiedFault(
          testDescription: "a lost host", host: "a.b.example.com",
          request: "http://a.b.example.com/", before: "default/one:80 /", after: "404")
      ),
      (
        "proof-canary-header-pattern",
        VerifiedFault(
          testDescription: "a pattern that is not carried over", host: "app.example.com",
          request: "http://app.example.com/ x-version=always", before: "default/main:80 /",
          after: "default/canary:80 /")
      ),
    ])
  func recorded(_ name: String, _ fault: VerifiedFault) throws {
    let peer = PeerOutput(name)
    fault.check(try peer.inputs(), try peer.gateway())
  }

  @Test("shows captures that are sent as they stand")
  func captures() {
    var ingress = IngressSketch(
      "app", "a.example.com",
      paths: [.init("/app(/|$)(.*)", "web", type: "ImplementationSpecific")])
    ingress.annotations = ["nginx.ingress.kubernetes.io/rewrite-target: /$2"]
    let fault = VerifiedFault(
      testDescription: "captures", host: "a.example.com", request: "http://a.example.com/app",
      before: "shop/web:80 /", after: "shop/web:80 /$2")
    fault.check(
      inputs(ingress),
      gateway(
        "a.example.com",
        """
        matches: [{path: {type: RegularExpression, value: '(?i)/app(/|$)(.*).*'}}]
            filters:
            - type: URLRewrite
              urlRewrite: {path: {type: ReplaceFullPath, replaceFullPath: /$2}}
            backendRefs: [{name: web, port: 80}]
        """))
  }

  @Test("shows weights of a total that does not count")
  func weightTotal() {
    let main = IngressSketch("main", "a.example.com").created(minute: 0)
    let next = IngressSketch("next", "a.example.com", to: "next").created(minute: 1)
      .with("canary: 'true'", "canary-weight: '5'", "canary-weight-total: '10'")
    let fault = VerifiedFault(
      testDescription: "weight total", host: "a.example.com", request: "http://a.example.com/",
      before: "shop/next:80 5% + shop/web:80 95% /", after: "shop/next:80 50% + shop/web:80 50% /")
    fault.check(
      inputs(main, next),
      gateway(
        "a.example.com",
        "backendRefs: [{name: web, port: 80, weight: 5}, {name: next, port: 80, weight: 5}]"))
  }

  @Test("shows a host that is lost beside its wildcard")
  func lostWildcard() {
    let ingress = IngressSketch("both", "*.example.com", "example.com")
    let listener = "{name: http, hostname: '*.example.com', port: 80, protocol: HTTP}"
    let routes = gateway("example.com", "backendRefs: [{name: web, port: 80}]", listener)
    for (host, name) in [("example.com", "example.com"), ("*.example.com", "other.example.com")] {
      let fault = VerifiedFault(
        testDescription: "lost host", host: host, request: "http://\(name)/",
        before: "shop/web:80 /", after: "404")
      fault.check(inputs(ingress), routes)
    }
  }

  private func inputs(_ ingresses: IngressSketch...) -> [Input] {
    [Input(name: "input.yaml", text: ingresses.map(\.yaml).joined())]
  }

  /// A Gateway of Istio and a route with one rule.
  private func gateway(
    _ host: String, _ rule: String, _ listener: String = "{name: http, port: 80, protocol: HTTP}"
  ) -> [Input] {
    let text = """
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata: {name: edge, namespace: shop}
      spec: {gatewayClassName: istio, listeners: [\(listener)]}
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: web, namespace: shop}
      spec:
        parentRefs: [{name: edge}]
        hostnames: ['\(host)']
        rules:
        - \(rule)
      """
    return [Input(name: "routes.yaml", text: text)]
  }
}
