/// An object of a known kind, read.
enum KnownObject: Sendable {
  case ingress(Ingress)
  case ingressClass(IngressClass)
  case service(Service)
  case secret(Secret)
  case configMap(ConfigMap)
  case namespace(Namespace)
  case referenceGrant(ReferenceGrant)
  case endpointSlice(EndpointSlice)
}

extension FieldReader {
  /// Reads all but the metadata of an object of a known kind.
  mutating func object(
    _ kind: KnownKind, _ version: APIVersion, _ metadata: Metadata
  ) -> KnownObject {
    switch kind {
    case .ingress: .ingress(ingress(metadata, version.version == "v1" ? .current : .beta))
    case .ingressClass: .ingressClass(ingressClass(metadata))
    case .service: .service(service(metadata))
    case .secret: .secret(secret(metadata))
    case .configMap: .configMap(configMap(metadata))
    case .namespace: .namespace(namespace(metadata))
    case .referenceGrant: .referenceGrant(referenceGrant(metadata))
    case .endpointSlice: .endpointSlice(endpointSlice(metadata))
    }
  }
}

extension Cluster {
  /// Puts an object in, in place of an earlier one of the same name; gives its position.
  mutating func put(_ object: KnownObject, over earlier: Int?) -> Int {
    switch object {
    case .ingress(let ingress): return ingresses.put(ingress, over: earlier)
    case .referenceGrant(let grant): return referenceGrants.put(grant, over: earlier)
    case .endpointSlice(let slice): return endpointSlices.put(slice, over: earlier)
    case .ingressClass(let ingressClass): ingressClasses[ingressClass.name] = ingressClass
    case .service(let service): services[service.metadata.objectName] = service
    case .secret(let secret): secrets[secret.metadata.objectName] = secret
    case .configMap(let configMap): configMaps[configMap.metadata.objectName] = configMap
    case .namespace(let namespace): namespaces[namespace.name] = namespace
    }
    return 0
  }
}

extension Array {
  /// Puts an element in place of an earlier one, or at the end; gives its position.
  mutating func put(_ element: Element, over earlier: Int?) -> Int {
    guard let earlier, indices.contains(earlier) else {
      append(element)
      return count - 1
    }
    self[earlier] = element
    return earlier
  }
}
