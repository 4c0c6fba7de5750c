import Evidence
import Kubernetes
import Routing

@testable import IngressNGINX

/// One to eight Ingresses over a few hosts, paths, Services, annotations and ages, so that they get
/// in each other's way.
struct RandomCluster {
  private var dice: Dice

  init(seed: UInt64) { dice = Dice(seed: seed) }

  private static let hosts = ["", "a.test", "b.test", "www.a.test", "*.test", "A.test"]
  private static let paths = ["/", "/a", "/a/", "/a/b", "/b", "/[ab]+", "", "/.well-known/x"]
  private static let services = ["s", "t", "u", "gone"]

  /// Annotations, among them some that are ignored, deny the paths or drop the Ingress.
  private static let annotations: [(key: String, values: [String])] = [
    ("canary", ["true", "true", "false", "yes"]),
    ("canary-weight", ["0", "30", "100", "-5", "150", "x"]),
    ("canary-weight-total", ["50", "1000"]),
    ("canary-by-header", ["X-C"]), ("canary-by-header-value", ["v"]),
    ("canary-by-header-pattern", ["^v", "("]), ("canary-by-cookie", ["c"]),
    ("use-regex", ["true", "false", "on"]), ("rewrite-target", ["/", "/$1", "/a", "/?x"]),
    ("app-root", ["/home", "http://x"]), ("ssl-redirect", ["true", "false"]),
    ("force-ssl-redirect", ["true"]), ("server-alias", ["b.test", "c.test,d.test", "*.e.test"]),
    ("from-to-www-redirect", ["true"]), ("permanent-redirect", ["https://x.test/y", "$x"]),
    ("temporal-redirect", ["/x", "http://x.test"]), ("load-balance", ["ewma", "least_conn"]),
    ("whitelist-source-range", ["10.0.0.0/8", "10.0.0.0/33", ""]),
    ("denylist-source-range", ["203.0.113.0/24"]), ("enable-cors", ["true"]),
    ("affinity", ["cookie"]), ("affinity-canary-behavior", ["legacy"]),
    ("default-backend", ["t", "Gone!"]), ("upstream-vhost", ["in.test", "a,b"]),
    ("proxy-body-size", ["1k", "0"]), ("custom-http-errors", ["404,503", "200"]),
    ("configuration-snippet", ["return 418;"]), ("unheard-of", ["x"]),
  ]

  mutating func ingresses() -> [Ingress] {
    (0...dice.roll(8)).map { ingress($0) }
  }

  private mutating func ingress(_ index: Int) -> Ingress {
    let namespace = dice.pick(["one", "two"])
    var metadata = Metadata(
      name: "i\(index)", namespace: namespace, created: dice.roll(4), index: index)
    for _ in 0..<dice.roll(4) {
      let choice = dice.pick(Self.annotations)
      let key = "nginx.ingress.kubernetes.io/\(choice.key)"
      guard !metadata.annotations.contains(where: { $0.key == key }) else { continue }
      metadata.annotations.append(Annotation(key: key, value: dice.pick(choice.values)))
    }
    let tls = dice.once(in: 4) ? [IngressTLS(hosts: [dice.pick(Self.hosts)], secretName: "t")] : []
    let fallback = dice.once(in: 6) ? backend() : nil
    return Ingress(
      metadata: metadata, className: dice.once(in: 12) ? "other" : "nginx",
      defaultBackend: fallback,
      tls: tls, rules: (0..<dice.roll(3)).map { _ in rule() })
  }

  private mutating func rule() -> IngressRule {
    let paths = (0...dice.roll(3)).map { _ in
      IngressPath(
        path: dice.pick(Self.paths),
        type: dice.pick([.exact, .prefix, .implementationSpecific, nil]),
        backend: backend())
    }
    return IngressRule(host: dice.pick(Self.hosts), paths: dice.once(in: 10) ? nil : paths)
  }

  private mutating func backend() -> IngressBackend {
    .service(name: dice.pick(Self.services), port: dice.pick([.number(80), .name("http")]))
  }

  /// The Services of both namespaces; `u` has no endpoints, `gone` does not exist.
  static let surroundings: Cluster = {
    var cluster = Cluster()
    for namespace in ["one", "two"] {
      for name in ["s", "t", "u"] {
        let port = ServicePort(name: "http", port: 80, targetPort: .number(8080))
        cluster.services[ObjectName(namespace, name)] = Service(
          metadata: Metadata(name: name, namespace: namespace), ports: [port])
      }
      cluster.endpointSlices.append(
        EndpointSlice(
          metadata: Metadata(name: "u", namespace: namespace), serviceName: "u", readyEndpoints: 0))
    }
    return cluster
  }()
}

/// What the model makes of a random set of Ingresses, for invariants to look at.
struct RandomReading {
  let ingresses: [Ingress]
  let admission: Admission
  let configuration: Configuration
  let site: Site

  private static let options = ControllerOptions()
  private static let settings = ControllerSettings()

  init(_ ingresses: [Ingress]) {
    self.ingresses = ingresses
    var cluster = RandomCluster.surroundings
    cluster.ingresses = ingresses
    let (options, settings) = (Self.options, Self.settings)
    admission = Admission(cluster, options, settings)
    configuration = Configuration(cluster, options, settings, admission)
    site = configuration.site
  }

  var served: [ServedIngress] { configuration.ingresses }
  var servers: [Server] { configuration.servers.inOrder }
  var upstreams: Upstreams { configuration.upstreams }
  var ordinary: [(index: Int, served: ServedIngress)] {
    served.enumerated().filter { !$0.element.isCanary }.map { ($0.offset, $0.element) }
  }

  /// The Ingresses that the controller refuses or leaves to others.
  var refused: Set<String> {
    Set(
      admission.states.compactMap { state in
        switch state.state {
        case .accepted, .denied: nil
        case .dropped, .ignored: state.reference.name
        }
      })
  }
}
