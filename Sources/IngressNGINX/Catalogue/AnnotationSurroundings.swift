import Kubernetes

/// What the controller looks at beside the annotation itself.
struct AnnotationSurroundings: Sendable {
  /// Whether values are checked against their syntax (`--enable-annotation-validation`).
  var validates = true
  /// Whether an annotation may name a Secret or ConfigMap of another namespace
  /// (`allow-cross-namespace-resources`).
  var allowsCrossNamespace = false
  /// The response headers that `custom-headers` may set (`global-allowed-response-headers`).
  var allowedResponseHeaders: [String] = []
  var secrets: [ObjectName: Secret] = [:]
  var configMaps: [ObjectName: ConfigMap] = [:]
  var services: [ObjectName: Service] = [:]

  /// Whether a Secret exists; manifests seldom hold them, so without any each one does that can.
  func hasSecret(_ name: ObjectName) -> Bool {
    NameRule.subdomain.allows(name.name) && (secrets.isEmpty || secrets[name] != nil)
  }

  /// Whether a Secret has a key; without any each one does.
  func secret(_ name: ObjectName, has key: String) -> Bool {
    secrets.isEmpty || secrets[name]?.keys.contains(key) == true
  }

  /// Whether a Service exists; without any each one does.
  func hasService(_ name: ObjectName) -> Bool { services.isEmpty || services[name] != nil }
}
