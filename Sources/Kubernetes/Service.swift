/// A Service: what is needed to find its ports and endpoints.
package struct Service: Sendable {
  package var metadata: Metadata
  package var ports: [ServicePort]
  /// `spec.type`, for example `ClusterIP` or `ExternalName`.
  package var type: String
  /// `spec.externalName`; empty unless the type is ExternalName.
  package var externalName: String
  /// `spec.clusterIP`; `None` for a headless Service.
  package var clusterIP: String

  package init(
    metadata: Metadata, ports: [ServicePort], type: String = "ClusterIP",
    externalName: String = "", clusterIP: String = ""
  ) {
    self.metadata = metadata
    self.ports = ports
    self.type = type
    self.externalName = externalName
    self.clusterIP = clusterIP
  }
}

/// One entry of a Service's `spec.ports`.
package struct ServicePort: Hashable, Sendable {
  package var name: String
  package var port: Int
  /// `targetPort` as written, number or name; the port where it is left out.
  package var targetPort: ServicePortReference
  /// `protocol`, by default TCP.
  package var transport: String
  package var appProtocol: String

  package init(
    name: String, port: Int, targetPort: ServicePortReference, transport: String = "TCP",
    appProtocol: String = ""
  ) {
    self.name = name
    self.port = port
    self.targetPort = targetPort
    self.transport = transport
    self.appProtocol = appProtocol
  }
}

/// An EndpointSlice: only how many ready endpoints it brings to which Service.
package struct EndpointSlice: Sendable {
  package var metadata: Metadata
  /// The label `kubernetes.io/service-name`.
  package var serviceName: String
  package var readyEndpoints: Int

  package init(metadata: Metadata, serviceName: String, readyEndpoints: Int) {
    self.metadata = metadata
    self.serviceName = serviceName
    self.readyEndpoints = readyEndpoints
  }
}
