import Evidence
import IngressNGINX
import Kubernetes
import Testing

@Suite("watched namespaces")
struct WatchedNamespaceTests {
  private static let namespaces = [
    "shop": ["team": "web", "wave": "3"], "bank": ["team": "pay", "legacy": "yes"], "empty": [:],
  ]

  @Test(
    "are those whose labels fit",
    arguments: [
      ("", ["bank", "empty", "shop"]), ("team=web", ["shop"]), ("team==web", ["shop"]),
      ("team!=web", ["bank", "empty"]), ("team", ["bank", "shop"]), ("!team", ["empty"]),
      ("team in (web, pay)", ["bank", "shop"]), ("team notin (web)", ["bank", "empty"]),
      ("team in (web,pay),!legacy", ["shop"]), ("team,legacy=yes", ["bank"]),
      ("wave>2", ["shop"]), ("wave<3", []), ("wave > 2 , wave < 4", ["shop"]),
      ("kubernetes.io/metadata.name=bank", ["bank"]), ("team=", []), (" team = web ", ["shop"]),
      ("team in ()", []),
    ])
  func selector(_ text: String, _ names: [String]) {
    let selector = NamespaceSelector(text)
    #expect((selector == nil) == text.isEmpty)
    #expect(served { $0.namespaceSelector = selector } == names)
  }

  @Test(
    "cannot be told by text that is no selector",
    arguments: [
      "=web", "team in web", "team in (a b)", "team of (a)", "a=b=c", "team=a,,b", "team>many",
      "!", "te am", "team=(", "team in (a", "team=ä",
    ])
  func nonsense(_ text: String) {
    #expect(NamespaceSelector(text) == nil)
  }

  @Test("may be one")
  func one() {
    #expect(served { $0.watchedNamespace = "shop" } == ["shop"])
    #expect(served { $0.watchedNamespace = "elsewhere" } == [])
  }

  @Test("are told of Ingresses elsewhere")
  func findings() {
    var options = ControllerOptions()
    options.watchedNamespace = "bank"
    let finding = read(cluster, options: options).findings.first
    #expect(finding?.rule.code == "ingress-not-watched")
    #expect(finding?.message == "--watch-namespace is bank")
  }

  @Test("are all of them where the input holds no Namespaces, and that is said")
  func guess() {
    var options = ControllerOptions()
    options.namespaceSelector = NamespaceSelector("team=web")
    let reading = read(Cluster(sample()), options: options)
    #expect(reading.state == "accepted")
    #expect(reading.findings.contains { $0.rule.code == "namespaces-not-in-input" })
    #expect(
      !read(cluster, options: options).findings.contains { $0.rule.code.contains("namespaces") })
  }

  private var cluster: Cluster {
    var cluster = Cluster()
    for (name, labels) in Self.namespaces.sorted(by: { $0.key < $1.key }) {
      cluster.namespaces[name] = Namespace(name: name, labels: labels)
      cluster.ingresses.append(sample(name, in: name, host: "\(name).example.com"))
    }
    return cluster
  }

  /// The namespaces whose Ingresses are served.
  private func served(_ choose: (inout ControllerOptions) -> Void) -> [String] {
    var options = ControllerOptions()
    choose(&options)
    return read(cluster, options: options).ingresses.filter { $0.state == .accepted }
      .map(\.reference.namespace).sorted()
  }
}
