import Kubernetes

@testable import IngressNGINX

extension IngressSettingsReading {
  /// The keys whose values are ignored, `!` behind those that let requests through.
  var doubted: [String] {
    Set(doubts.map { $0.key + ($0.failsOpen ? "!" : "") }).sorted()
  }
}

extension AnnotationSurroundings {
  /// Some Secrets and ConfigMaps, and two allowed response headers.
  static let shop: AnnotationSurroundings = {
    var surroundings = AnnotationSurroundings(allowedResponseHeaders: ["X-Team", "X-Cost"])
    for (name, keys) in [
      ("users", ["auth"]), ("map", ["ann", "bob"]), ("ca", ["ca.crt"]),
      ("pair", ["tls.crt", "tls.key"]), ("both", ["ca.crt", "tls.crt", "tls.key"]),
    ] {
      surroundings.add(secret: ObjectName("shop", name), keys)
    }
    surroundings.add(secret: ObjectName("other", "users"), ["auth"])
    for (name, entries) in [
      ("headers", ["X-Team": "blue", "X-Cost": "$5"]), ("unlisted", ["X-Other": "1"]),
      ("lower", ["x-team": "blue"]), ("names", ["X.Team": "blue"]), ("values", ["X-Team": "a\nb"]),
      ("empty", [:]),
    ] {
      surroundings.add(map: ObjectName("shop", name), entries)
    }
    surroundings.add(map: ObjectName("other", "headers"), ["X-Team": "red"])
    return surroundings
  }()

  private mutating func add(secret name: ObjectName, _ keys: [String]) {
    secrets[name] = Secret(metadata: metadata(name), type: "Opaque", keys: keys)
  }

  private mutating func add(map name: ObjectName, _ entries: [String: String]) {
    let data = entries.map { Annotation(key: $0.key, value: $0.value) }
    configMaps[name] = ConfigMap(metadata: metadata(name), data: data)
  }

  private func metadata(_ name: ObjectName) -> Metadata {
    Metadata(name: name.name, namespace: name.namespace)
  }
}
