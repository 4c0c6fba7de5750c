extension FieldReader {
  /// Reads a ConfigMap's text entries.
  mutating func configMap(_ metadata: Metadata) -> ConfigMap {
    accept("immutable", "binaryData")
    let data = stringEntries("data")
    for entry in data { check(entry, in: "data", .dataKey, nil) }
    return ConfigMap(metadata: metadata, data: data)
  }

  /// Reads a Namespace.
  mutating func namespace(_ metadata: Metadata) -> Namespace {
    accept("spec")
    return Namespace(name: metadata.name, labels: metadata.labels)
  }

  /// Reads an IngressClass and whether it is the default one.
  mutating func ingressClass(_ metadata: Metadata) -> IngressClass {
    require("spec")
    let controller = mapping("spec") { spec in
      spec.accept("parameters")
      spec.require("controller")
      return spec.string("controller")
    }
    let mark = metadata.annotations.last {
      $0.key == "ingressclass.kubernetes.io/is-default-class"
    }
    return IngressClass(
      name: metadata.name, controller: (controller ?? nil) ?? "",
      isDefault: mark?.value == "true")
  }

  /// Reads a ReferenceGrant of the Gateway API.
  mutating func referenceGrant(_ metadata: Metadata) -> ReferenceGrant {
    require("spec")
    let grant = mapping("spec") { spec in
      spec.require("from", "to")
      return ReferenceGrant(
        metadata: metadata, from: spec.list("from") { $0.grantFrom() },
        to: spec.list("to") { $0.grantTo() })
    }
    return grant ?? ReferenceGrant(metadata: metadata, from: [], to: [])
  }

  private mutating func grantFrom() -> ReferenceGrant.From {
    // The core group is written as an empty string.
    require("group", "kind", "namespace")
    return ReferenceGrant.From(
      group: string("group") ?? "", kind: string("kind") ?? "",
      namespace: string("namespace") ?? "")
  }

  private mutating func grantTo() -> ReferenceGrant.To {
    require("group", "kind")
    return ReferenceGrant.To(
      group: string("group") ?? "", kind: string("kind") ?? "", name: string("name"))
  }
}
