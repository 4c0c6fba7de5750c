extension FieldReader {
  /// Reads how many ready addresses an EndpointSlice brings, and to which Service.
  mutating func endpointSlice(_ metadata: Metadata) -> EndpointSlice {
    ignoreOthers()
    let counts = list("endpoints") { $0.readyAddresses() }
    return EndpointSlice(
      metadata: metadata, serviceName: metadata.labels["kubernetes.io/service-name"] ?? "",
      readyEndpoints: counts.reduce(0, +))
  }

  /// An endpoint whose `conditions.ready` is missing counts as ready (discovery.k8s.io/v1).
  private mutating func readyAddresses() -> Int {
    ignoreOthers()
    let addresses = strings("addresses")
    let isReady = mapping("conditions") { conditions in
      conditions.ignoreOthers()
      return conditions.bool("ready") ?? true
    }
    return isReady == false ? 0 : addresses.count
  }
}
