import Evidence
import IngressNGINX
import Kubernetes
import Testing

@Suite("what the controller takes in")
struct ScreeningTests {
  @Test(
    "goes by the risk of each annotation",
    arguments: [
      ("High", "server-snippet", "dropped"), ("Critical", "server-snippet", "accepted"),
      ("High", "auth-url", "accepted"), ("Medium", "auth-url", "dropped"),
      ("Medium", "rewrite-target", "accepted"), ("Low", "rewrite-target", "dropped"),
      ("Low", "ssl-redirect", "accepted"), ("Nonsense", "rewrite-target", "dropped"),
      // Aliases are in no list of risks.
      ("Low", "whitelist-source-range", "accepted"),
      ("Low", "allowlist-source-range", "dropped"),
    ])
  func risk(_ level: String, _ key: String, _ state: String) {
    let values = [
      "auth-url": "http://a.example/", "rewrite-target": "/x", "ssl-redirect": "true",
      "whitelist-source-range": "10.0.0.0/8", "allowlist-source-range": "10.0.0.0/8",
    ]
    let ingress = sample(annotations: ["nginx.ingress.kubernetes.io/\(key)": values[key] ?? "x"])
    let reading = read(Cluster(ingress).with(["annotations-risk-level": level]))
    #expect(reading.state == state)
  }

  @Test("knows no risk before 1.12.0")
  func oldVersions() {
    let ingress = sample(annotations: ["nginx.ingress.kubernetes.io/server-snippet": "x"])
    let old = ControllerOptions(version: ControllerVersion(1, 11, 3))
    #expect(read(Cluster(ingress), options: old).state == "accepted")
    #expect(read(Cluster(ingress)).state == "dropped")
    #expect(!old.validatesAnnotations && ControllerOptions().validatesAnnotations)
  }

  @Test(
    "leaves out annotations with blocked words",
    arguments: [
      ("load_module", "a load_module b", "dropped"), ("load_module", "load", "accepted"),
      ("x, load", "load", "accepted"), ("x, load", "a load", "dropped"), ("x,", "/", "dropped"),
      ("", "load", "accepted"),
    ])
  func blockedWords(_ words: String, _ value: String, _ state: String) {
    let ingress = sample(annotations: ["nginx.ingress.kubernetes.io/session-cookie-path": value])
    let reading = read(Cluster(ingress).with(["annotation-value-word-blocklist": words]))
    #expect(reading.state == state)
    let elsewhere = read(
      Cluster(sample(annotations: ["example.com/x": value])).with([
        "annotation-value-word-blocklist": words
      ]))
    #expect(elsewhere.state == "accepted")
  }

  @Test("takes snippets away that are accepted and not allowed")
  func snippets() {
    let ingress = sample(annotations: ["nginx.ingress.kubernetes.io/server-snippet": "return 403;"])
    let settings = ["annotations-risk-level": "Critical"]
    let removed = read(Cluster(ingress).with(settings))
    #expect(removed.codes == ["snippet-removed"])
    let allowed = settings.merging(["allow-snippet-annotations": "true"]) { $1 }
    #expect(!read(Cluster(ingress).with(allowed)).codes.contains("snippet-removed"))
  }

  @Test("leaves out catch-alls with --disable-catch-all")
  func catchAll() {
    var ingress = sample()
    ingress.defaultBackend = .service(name: "web", port: .number(80))
    var options = ControllerOptions()
    #expect(read(Cluster(ingress), options: options).state == "accepted")
    options.disablesCatchAll = true
    let reading = read(Cluster(ingress), options: options)
    #expect(reading.state == "ignored")
    #expect(reading.codes == ["catch-all-disabled"])
    #expect(read(Cluster(sample()), options: options).state == "accepted")
  }

  @Test("reads annotations under --annotations-prefix, and says so")
  func prefix() {
    var options = ControllerOptions()
    options.annotationsPrefix = "ingress.example.com"
    let ingress = sample(annotations: [
      "ingress.example.com/auth-type": "basic",
      "nginx.ingress.kubernetes.io/auth-tls-secret": "a/b",
    ])
    let findings = read(Cluster(ingress), options: options).findings
    let fields = findings.map(\.field).filter { $0.contains("auth") }
    #expect(fields == ["ingress.example.com/auth-type"])
  }

  @Test("knows no ExternalName with --disable-svc-external-name")
  func externalName() {
    var cluster = Cluster(sample())
    let name = ObjectName("shop", "web")
    cluster.services[name] = Service(
      metadata: Metadata(name: "web", namespace: "shop"), ports: [], type: "ExternalName",
      externalName: "web.example.com")
    #expect(read(cluster).codes == [])
    var options = ControllerOptions()
    options.disablesExternalName = true
    #expect(read(cluster, options: options).codes == ["external-name-disabled"])
  }
}
