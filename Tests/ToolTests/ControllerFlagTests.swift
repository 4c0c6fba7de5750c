import Running
import Testing

@Suite("flags of the controller")
struct ControllerFlagTests {
  private static let controller = """
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: controller, namespace: ops}
    spec:
      template:
        spec:
          containers:
          - image: registry.k8s.io/ingress-nginx/controller:v1.11.3
            args: [--ingress-class=public, --configmap=$(POD_NAMESPACE)/settings, --oops]
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: settings, namespace: ops}
    data: {proxy-body-sise: 8m}

    """

  @Test(
    "are taken as the controller takes them",
    arguments: [
      ["--enable-annotation-validation=false"], ["--deep-inspect", "0"],
      ["--controller-version", "v1.11.3"], ["--controller-version", "1.11"],
      ["--annotations-prefix", "nginx.ingress.kubernetes.io"], ["--controller-class", "a/b"],
      ["--watch-ingress-without-class"], ["--ingress-class-by-name"],
      ["--watch-namespace", "shop"],
      ["--watch-namespace-selector", "team in (web, api),!legacy"],
      ["--controller-configmap", "a/b"], ["--default-backend-service", "shop/web"],
      ["--default-ssl-certificate", "a/b"], ["--enable-ssl-passthrough"], ["--disable-catch-all"],
      ["--disable-svc-external-name"], ["--http-port", "8080"], ["--https-port=8443"],
    ])
  func accepted(_ flags: [String]) async throws {
    #expect(try await Run(["migrate", "-"] + flags, input: Manifests.shop).status == 0)
  }

  @Test(
    "are wrong usage where the controller would not start",
    arguments: [
      ["--enable-annotation-validation=off"], ["--deep-inspect"], ["--controller-version", "new"],
      ["--watch-namespace-selector", "=web"], ["--http-port", "0"], ["--https-port", "https"],
      ["--watch-namespace", "shop", "--watch-namespace-selector", "team=web"],
      ["--default-backend-service", "web"],
    ])
  func refused(_ flags: [String]) async throws {
    #expect(try await Run(["migrate", "-"] + flags, input: Manifests.shop).status == 64)
  }

  @Test(
    "that are not carried over are told",
    arguments: [
      (["--tcp-services-configmap", "ops/tcp"], 1), (["--udp-services-configmap", "ops/udp"], 1),
      (["--enable-topology-aware-routing"], 0),
    ])
  func lost(_ flags: [String], _ status: Int) async throws {
    let run = try await Run(["migrate", "-"] + flags, input: Manifests.shop)
    #expect(run.status.map { Int($0) } == status)
    #expect(run.errors.contains("controller-flag-not-carried-over"))
  }

  @Test("select the Ingresses that are written")
  func selection() async throws {
    let written = { (flags: [String]) in
      try await Run(["migrate", "-", "-q"] + flags, input: Manifests.shop).output.contains(
        "HTTPRoute")
    }
    #expect(try await written([]))
    #expect(try await !written(["--ingress-class", "public"]))
    #expect(try await !written(["--watch-namespace", "bank"]))
  }

  @Test("are read from the controller's Deployment, unless the command line says otherwise")
  func deployment() async throws {
    let input = Manifests.shop + Self.controller
    let run = try await Run(["migrate", "-"], input: input)
    #expect(!run.output.contains("HTTPRoute"))
    for text in [
      "controller-flags-read", "--configmap=ops/settings", "version 1.11.3",
      "controller-flag-unknown", "Did you mean proxy-body-size?",
    ] {
      #expect(run.errors.contains(text), "\(text)")
    }
    let said = try await Run(["migrate", "-", "--ingress-class", "nginx"], input: input)
    #expect(said.output.contains("HTTPRoute"))
  }
}
