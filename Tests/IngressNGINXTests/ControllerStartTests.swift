import Evidence
import Kubernetes
import Testing

@testable import IngressNGINX

@Suite("how the controller is started")
struct ControllerStartTests {
  @Test("the command line counts first, then the Deployment, then the version")
  func precedence() {
    let cluster = Cluster(running: [
      workload(["--ingress-class=internal", "--http-port=8080", "--configmap=ops/settings"])
    ])
    let start = ControllerStart(cluster, [ControllerFlag("ingress-class", "public")], nil)
    #expect(start.options.ingressClass == "public")
    #expect(start.options.httpPort == 8080)
    #expect(start.options.configMap == ObjectName("ops", "settings"))
    #expect(start.options.httpsPort == 443)
    #expect(start.options.version == ControllerVersion(1, 11, 3))
    #expect(start.options.validatesAnnotations == false)
    #expect(start.findings.map(\.rule.code) == ["controller-flags-read"])
    #expect(
      start.findings.first?.message
        == "version 1.11.3, --ingress-class=internal, --http-port=8080, --configmap=ops/settings")
  }

  @Test(
    "flags are taken apart as pflag does",
    arguments: [
      (["--ingress-class=a"], "ingress-class=a"), (["--ingress-class", "a"], "ingress-class=a"),
      (["--disable-catch-all"], "disable-catch-all=true"),
      (["--disable-catch-all", "false"], "disable-catch-all=true"),
      (["--disable-catch-all=false"], "disable-catch-all=false"),
      (["--election-id", "a", "--http-port", "81"], "election-id=a http-port=81"),
      (["--watch-namespace="], "watch-namespace="), (["-v=2"], "v=2"), (["--v", "3"], "v=3"),
      (["/nginx-ingress-controller", "--http-port=81"], "http-port=81"),
      (
        ["/usr/bin/dumb-init", "--", "/nginx-ingress-controller", "--http-port=81"], "http-port=81"
      ),
      (["--http-port=81", "--", "--http-port=82"], "http-port=81"),
      (["--configmap=a/b=c"], "configmap=a/b=c"), (["--http-port"], "http-port="),
    ])
  func flags(_ words: [String], _ flags: String) {
    let told = workload(words).flags.map { "\($0.name)=\($0.value)" }
    #expect(told.joined(separator: " ") == flags)
  }

  @Test(
    "every flag that changes what is served is taken, or told to be useless",
    arguments: [
      ("annotations-prefix", "example.com", true), ("enable-annotation-validation", "0", true),
      ("enable-annotation-validation", "off", false), ("ingress-class", "a", true),
      ("controller-class", "a", true), ("watch-ingress-without-class", "T", true),
      ("ingress-class-by-name", "true", true), ("watch-namespace", "a", true),
      ("watch-namespace-selector", "a=b", true), ("watch-namespace-selector", "=b", false),
      ("watch-namespace-selector", "", true), ("configmap", "a/b", true), ("configmap", "b", false),
      ("configmap", "", true), ("default-backend-service", "a/b", true),
      ("default-backend-service", "b", false), ("default-backend-service", "", true),
      ("default-ssl-certificate", "a/b", true), ("enable-ssl-passthrough", "true", true),
      ("disable-catch-all", "true", true), ("disable-svc-external-name", "true", true),
      ("http-port", "8080", true), ("http-port", "0", false), ("http-port", "http", false),
      ("https-port", "65536", false), ("deep-inspect", "false", true),
      ("tcp-services-configmap", "a/", false), ("udp-services-configmap", "", true),
      ("enable-topology-aware-routing", "false", true),
    ])
  func values(_ name: String, _ value: String, _ isGood: Bool) {
    let start = ControllerStart(Cluster(running: [workload(["--\(name)=\(value)"])]), [], nil)
    let codes = start.findings.map(\.rule.code).filter { $0 != "controller-flags-read" }
    #expect(codes == (isGood ? [] : ["controller-flag-unusable"]))
  }

  @Test("flags that change nothing pass, others are told with their place")
  func unknownFlags() {
    let quiet = (QuietFlags.switches.map { "--\($0)" } + QuietFlags.withValue.map { "--\($0)=1" })
    let start = ControllerStart(
      Cluster(running: [workload(quiet + ["--sort-backends=true"])]), [], nil)
    let told = start.findings.filter { $0.rule.code == "controller-flag-unknown" }
    #expect(told.map(\.field) == ["--sort-backends"])
    #expect(told.first?.place?.line == quiet.count + 1)
  }

  @Test("flags for more than Ingresses are told where they name something")
  func notCarriedOver() {
    let flags = ["--tcp-services-configmap=ops/tcp", "--enable-topology-aware-routing"]
    var cluster = Cluster(running: [workload(flags)])
    let codes = { (cluster: Cluster) in
      ControllerStart(cluster, [], nil).findings
        .filter { $0.rule.code == "controller-flag-not-carried-over" }
        .map { "\($0.field) \($0.severity) \($0.place?.line ?? 0)" }
    }
    let topology = "--enable-topology-aware-routing warning 2"
    #expect(codes(cluster) == ["--tcp-services-configmap error 1", topology])
    let name = ObjectName("ops", "tcp")
    cluster.configMaps[name] = ConfigMap(
      metadata: Metadata(name: "tcp", namespace: "ops"), data: [])
    #expect(codes(cluster) == [topology])
    #expect(
      ControllerStart(Cluster(), [ControllerFlag("udp-services-configmap", "a/b")], nil)
        .findings.map(\.rule.code) == ["controller-flag-not-carried-over"])
  }

  @Test("of several controllers the one of the user's class is read, else the first")
  func several() {
    let cluster = Cluster(running: [
      workload(["--controller-class=k8s.io/a"], name: "a"),
      workload(["--controller-class=k8s.io/b"], name: "b"),
      workload(["--controller-class=k8s.io/b"], name: "b-pod"),
    ])
    let codes = { (said: [ControllerFlag]) in
      let start = ControllerStart(cluster, said, nil)
      return start.findings.map { "\($0.rule.code) \($0.subject?.name ?? "")" }
        + [start.options.controllerClass]
    }
    let both = ["controller-flags-read a", "controllers-several a"]
    #expect(codes([]) == both + ["k8s.io/a"])
    let ofB = [ControllerFlag("controller-class", "k8s.io/b")]
    #expect(codes(ofB) == ["controller-flags-read b", "k8s.io/b"])
    #expect(codes([ControllerFlag("controller-class", "k8s.io/c")]) == both + ["k8s.io/c"])
  }

  @Test(
    "the version is in the image's tag, unless the user names one",
    arguments: [
      ("registry.k8s.io/ingress-nginx/controller:v1.11.3@sha256:ab", nil, "1.11.3"),
      ("localhost:5000/ingress-nginx/controller:v1.9.0", nil, "1.9.0"),
      ("localhost:5000/ingress-nginx/controller", nil, "1.15.1"),
      ("ingress-nginx/controller:latest", nil, "1.15.1"),
      ("bitnami/nginx-ingress-controller:1.9.4-debian-11-r0", nil, "1.9.4"),
      ("quay.io/x/nginx-ingress-controller:nginx-0.30.0", nil, "0.30.0"),
      ("ingress-nginx/controller:v1.11.3", "v1.12", "1.12.0"),
    ])
  func versions(_ image: String, _ said: String?, _ version: String) {
    let start = ControllerStart(
      Cluster(running: [workload([], image: image)]), [], said.flatMap { ControllerVersion($0) })
    #expect(start.options.version.description == version)
  }

  private func workload(
    _ words: [String], image: String = "registry.k8s.io/ingress-nginx/controller:v1.11.3",
    name: String = "controller"
  ) -> ControllerWorkload {
    ControllerWorkload(
      kind: "Deployment", metadata: Metadata(name: name, namespace: "ops"), image: image,
      words: words.enumerated().map { index, word in
        ControllerWorkload.Word(word, place: Place(file: "c.yaml", line: index + 1))
      })
  }
}

extension Cluster {
  /// A cluster of controllers alone.
  fileprivate init(running controllers: [ControllerWorkload]) {
    self.init()
    self.controllers = controllers
  }
}
