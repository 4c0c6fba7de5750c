extension FieldReader {
  /// Reads the parts of a Service that routes need; all other fields pass unread.
  mutating func service(_ metadata: Metadata) -> Service {
    require("spec")
    let service = mapping("spec") { spec in
      spec.ignoreOthers()
      return Service(
        metadata: metadata, ports: spec.list("ports") { $0.servicePort() },
        type: spec.serviceType().rawValue, externalName: spec.string("externalName") ?? "",
        clusterIP: spec.string("clusterIP") ?? "")
    }
    return service ?? Service(metadata: metadata, ports: [])
  }

  private mutating func serviceType() -> ServiceType {
    let type = word("type", as: ServiceType.self) ?? .clusterIP
    if type == .externalName { require("externalName") }
    return type
  }

  private mutating func servicePort() -> ServicePort {
    ignoreOthers()
    require("port")
    let port = integer("port", in: 1...65_535) ?? 0
    let name = string("name") ?? ""
    if !name.isEmpty { check(name, at: "name", .label) }
    let target = self.port("targetPort")
    if case .name(let name) = target { check(name, at: "targetPort", .portName) }
    return ServicePort(
      name: name, port: port, targetPort: target ?? .number(port),
      transport: (word("protocol", as: Transport.self) ?? .tcp).rawValue,
      appProtocol: string("appProtocol") ?? "")
  }
}

/// The values of `spec.type` of a Service.
private enum ServiceType: String, CaseIterable {
  case clusterIP = "ClusterIP"
  case nodePort = "NodePort"
  case loadBalancer = "LoadBalancer"
  case externalName = "ExternalName"
}

/// The values of `protocol` of a Service's port.
private enum Transport: String, CaseIterable {
  case tcp = "TCP"
  case udp = "UDP"
  case sctp = "SCTP"
}
