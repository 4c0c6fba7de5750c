extension FieldReader {
  /// Reads a backend: a Service with a port, or a resource, never both.
  mutating func backend(_ shape: IngressShape) -> IngressBackend {
    let service =
      switch shape {
      case .current: currentService()
      case .beta: betaService()
      }
    let resource = mapping("resource") { $0.resource() }
    if service != nil, resource != nil {
      report(
        .invalidValue, message: "A backend names a Service or a resource, not both.",
        remedy: "Keep one of the two.")
    }
    if let backend = service ?? resource { return backend }
    if node(shape.serviceKey) == nil, node("resource") == nil {
      report(
        .missingField, at: shape.serviceKey, message: "A backend names a Service or a resource.",
        remedy: "Add `\(shape.serviceKey)`.")
    }
    return .service(name: "", port: .name(""))
  }

  private mutating func currentService() -> IngressBackend? {
    mapping("service") { service in
      let name = service.serviceName("name")
      service.require("port")
      let port = service.mapping("port") { $0.currentPort() }
      return .service(name: name, port: port ?? .name(""))
    }
  }

  private mutating func currentPort() -> ServicePortReference {
    let name = string("name") ?? ""
    let number = integer("number", in: 1...65_535)
    if !name.isEmpty { check(name, at: "name", .portName) }
    switch (number, name) {
    case (nil, ""):
      if node("number") == nil, node("name")?.isText != false {
        report(
          .missingField, at: "number", message: "A port has a number or a name.",
          remedy: "Add `number` or `name`.")
      }
    case (.some, let name) where !name.isEmpty:
      report(
        .invalidValue, message: "A port has a number or a name, not both.",
        remedy: "Keep one of the two.")
    case (_, _): break
    }
    return number.map(ServicePortReference.number) ?? .name(name)
  }

  private mutating func betaService() -> IngressBackend? {
    guard node("serviceName") != nil || node("servicePort") != nil else { return nil }
    let name = serviceName("serviceName")
    require("servicePort")
    let port = port("servicePort")
    if case .name(let name) = port { check(name, at: "servicePort", .portName) }
    return .service(name: name, port: port ?? .name(""))
  }

  private mutating func serviceName(_ key: String) -> String {
    require(key)
    guard let name = string(key) else { return "" }
    check(name, at: key, .label)
    return name
  }

  private mutating func resource() -> IngressBackend {
    require("kind", "name")
    return .resource(
      apiGroup: string("apiGroup") ?? "", kind: string("kind") ?? "", name: string("name") ?? "")
  }
}

extension IngressShape {
  var serviceKey: String {
    switch self {
    case .current: "service"
    case .beta: "serviceName"
    }
  }
}
