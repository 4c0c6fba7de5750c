import Kubernetes
import Routing

extension ControllerSettings {
  /// How nginx reads requests under the ConfigMap.
  var requestReading: RequestReading {
    var reading = RequestReading.ingressNGINX
    reading.dropsUnderscoreHeaders = !keepsUnderscoreHeaders
    reading.dropsInvalidHeaders = ignoresInvalidHeaders
    reading.addsOriginalURI = addsOriginalURIHeader
    reading.expectsProxyProtocol = usesProxyProtocol
    if usesForwardedHeaders || enablesRealIP {
      reading.forwarding = Forwarding(
        believesScheme: usesForwardedHeaders,
        // `real_ip_header proxy_protocol` goes before the header.
        addressHeader: usesProxyProtocol ? "" : forwardedForHeader.lowercased(),
        hostHeader: forwardedHostHeader.lowercased(), trusted: trustedProxies,
        addsToAddresses: computesFullForwardedFor)
    }
    return reading
  }

  /// What holds on every server: the headers of the ConfigMap of `add-headers`, and `http-snippet`.
  func commonBehaviours(_ configMaps: [ObjectName: ConfigMap]) -> [Behaviour] {
    let headers = headers(of: addHeaders, configMaps)
    let added = headers.isEmpty ? [] : [Behaviour.responseHeaders(HeaderChange(set: headers))]
    return added + snippetBehaviours("http-snippet", httpSnippet)
  }

  /// The headers that the ConfigMap of `proxy-set-headers` sends to every backend.
  func upstreamHeaders(_ configMaps: [ObjectName: ConfigMap]) -> [Header] {
    headers(of: proxySetHeaders, configMaps)
  }

  private func headers(of name: String, _ configMaps: [ObjectName: ConfigMap]) -> [Header] {
    guard let configMap = qualifiedName(name).flatMap({ configMaps[$0] }) else { return [] }
    return configMap.data.map { Header($0.key.lowercased(), $0.value) }
      .sorted { $0.name < $1.name }
  }
}
