import Evidence
import GatewayAPI
import Kubernetes
import Routing

extension GatewayPlan {
  /// Where the fields of the Gateway came from.
  var gatewayOrigins: [FieldOrigin] {
    var origins = FieldOrigin.ofEveryObject
    origins += GatewayWriter.gatewayOrigins(
      of: namespaces.first ?? name.namespace, at: "metadata", options)
    origins.append(FieldOrigin("spec.gatewayClassName", .option("gateway.class")))
    origins.append(FieldOrigin("spec.infrastructure", .option("gateway.annotations")))
    origins.append(
      FieldOrigin(
        "spec.allowedListeners",
        .choice("A Gateway holds 64 listeners; the others stand in ListenerSets")))
    return origins + self.origins(of: gateway.listeners)
  }

  /// Where the fields of a ListenerSet came from.
  func origins(of set: ListenerSet) -> [FieldOrigin] {
    let large = FieldSource.choice(
      "A Gateway holds 64 listeners; the others stand in ListenerSets beside their certificates")
    return FieldOrigin.ofEveryObject
      + [FieldOrigin("metadata", large)]
      + GatewayWriter.gatewayOrigins(
        of: namespaces.first ?? name.namespace, at: "spec.parentRef", options)
      + origins(of: set.listeners)
  }

  private func origins(of listeners: [Gateway.Listener]) -> [FieldOrigin] {
    listeners.enumerated().flatMap { index, listener -> [FieldOrigin] in
      let path = "spec.listeners[\(index)]"
      let allowed = FieldOrigin(
        "\(path).allowedRoutes", .choice("The namespaces whose routes use the listener, no others"))
      guard
        let secure = secure.first(where: { $0.listener.name == listener.name })
      else {
        return [
          FieldOrigin(path, .choice("ingress-nginx serves every host on plain HTTP, port 80")),
          allowed,
        ]
      }
      let certificate =
        secure.listener.passesThrough
        ? FieldSource.choice("ssl-passthrough: TLS of this name goes to its Service unopened")
        : .certificate(secure.listener.secret, host: secure.listener.hostname)
      return [
        FieldOrigin(path, certificate), allowed,
        FieldOrigin("\(path).port", .choice("ingress-nginx serves TLS on port 443")),
        FieldOrigin(
          "\(path).protocol", certificate, .choice("ingress-nginx ends TLS with the certificate")),
        FieldOrigin(
          "\(path).tls.mode", certificate, .choice("ingress-nginx ends TLS with the certificate")),
      ]
    }
  }
}

extension Upstream {
  /// Where the fields of the Service's DestinationRule came from.
  ///
  /// - Parameter wanted: whether the user wants more than nginx's behaviour needs.
  /// - Returns: the origins of all its fields.
  func ruleOrigins(wanted: Bool) -> [FieldOrigin] {
    let object = origin.object
    let policy = "spec.trafficPolicy"
    let setting = { (topics: [Topic], otherwise: String) -> [FieldSource] in
      [.settings(topics, of: object, otherwise: otherwise)]
    }
    var origins = FieldOrigin.ofEveryObject + [FieldOrigin("", .written(origin))]
    origins += [
      FieldOrigin(
        policy,
        setting([.backendProtocol, .backendTLS], "")
          + (wanted ? [.option("destination-rules")] : [])),
      FieldOrigin(
        "\(policy).loadBalancer",
        setting(
          [.hash, .sessionCookie, .sessionExpiry, .sessionMode, .balancing],
          "load-balance round_robin")),
      FieldOrigin(
        "\(policy).connectionPool.tcp.connectTimeout",
        setting([.connectTimeout], "proxy-connect-timeout 5")),
      FieldOrigin(
        "\(policy).tls", setting([.backendTLS, .backendProtocol], "proxy-ssl-verify off")),
    ]
    return origins
  }
}
