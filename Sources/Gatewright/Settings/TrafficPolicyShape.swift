import IngressNGINX
import YAMLText

/// What stands where in a `trafficPolicy` (networking.istio.io/v1, DestinationRule, Istio 1.30).
indirect enum TrafficPolicyShape {
  case mapping([String: TrafficPolicyShape])
  case list
  case text
  case integer
  case number
  case flag
  /// For example `30s` or `1m30s`, at least a millisecond.
  case duration

  /// The parts that Services may get; the settings of single ports are left to DestinationRules that
  /// people write themselves.
  static let policy = TrafficPolicyShape.mapping([
    "connectionPool": .mapping(["tcp": .mapping(tcp), "http": .mapping(http)]),
    "outlierDetection": .mapping(outlierDetection),
    "loadBalancer": .mapping([
      "simple": .text, "consistentHash": .mapping(hash),
      "localityLbSetting": .mapping([
        "enabled": .flag, "distribute": .list, "failover": .list, "failoverPriority": .list,
      ]),
      "warmup": .mapping(["duration": .duration, "minimumPercent": .number, "aggression": .number]),
      "warmupDurationSecs": .duration,
    ]),
    "tls": .mapping([
      "mode": .text, "clientCertificate": .text, "privateKey": .text, "caCertificates": .text,
      "caCrl": .text, "credentialName": .text, "subjectAltNames": .list, "sni": .text,
      "insecureSkipVerify": .flag,
    ]),
    "tunnel": .mapping(["protocol": .text, "targetHost": .text, "targetPort": .integer]),
    "proxyProtocol": .mapping(["version": .text]),
    "retryBudget": .mapping(["percent": .number, "minRetryConcurrency": .integer]),
  ])

  private static let tcp: [String: TrafficPolicyShape] = [
    "maxConnections": .integer, "connectTimeout": .duration, "maxConnectionDuration": .duration,
    "idleTimeout": .duration,
    "tcpKeepalive": .mapping(["probes": .integer, "time": .duration, "interval": .duration]),
  ]
  private static let http: [String: TrafficPolicyShape] = [
    "http1MaxPendingRequests": .integer, "http2MaxRequests": .integer,
    "maxRequestsPerConnection": .integer, "maxRetries": .integer, "idleTimeout": .duration,
    "h2UpgradePolicy": .text, "useClientProtocol": .flag, "maxConcurrentStreams": .integer,
  ]
  private static let outlierDetection: [String: TrafficPolicyShape] = [
    "splitExternalLocalOriginErrors": .flag, "consecutiveLocalOriginFailures": .integer,
    "consecutiveGatewayErrors": .integer, "consecutive5xxErrors": .integer,
    "consecutiveErrors": .integer, "interval": .duration, "baseEjectionTime": .duration,
    "maxEjectionPercent": .integer, "minHealthPercent": .integer,
  ]
  private static let hash: [String: TrafficPolicyShape] = [
    "httpHeaderName": .text, "httpQueryParameterName": .text, "useSourceIp": .flag,
    "minimumRingSize": .integer,
    "httpCookie": .mapping(["name": .text, "path": .text, "ttl": .text, "attributes": .list]),
    "ringHash": .mapping(["minimumRingSize": .integer]),
    "maglev": .mapping(["tableSize": .integer]),
  ]
}

extension SettingsDraft {
  /// Notes what a part of a traffic policy has that Istio does not know.
  mutating func check(_ value: Value, _ shape: TrafficPolicyShape) {
    switch shape {
    case .mapping(let shapes):
      for (key, value) in fields(value, shapes.keys.sorted()) ?? [:] {
        shapes[key].map { check(value, $0) }
      }
    case .list: _ = list(value)
    case .text: _ = text(value)
    case .flag: _ = flag(value)
    case .integer: _ = number(value, in: 0...Int(Int32.max))
    case .number: _ = parsed(value, as: "a number") { Double($0) }
    case .duration:
      _ = parsed(value, as: "a duration such as 30s or 1m30s") { isDuration($0) ? $0 : nil }
    }
  }
}

/// Whether a text is a positive duration of Go in hours, minutes, seconds and milliseconds.
private func isDuration(_ text: String) -> Bool {
  var rest = Substring(text)
  var isPositive = false
  while let first = rest.first {
    guard first.isASCII, first.isNumber || first == "." else { return false }
    let amount = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    rest = rest.dropFirst(amount.count)
    guard let value = Double(amount), let unit = ["ms", "h", "m", "s"].first(where: rest.hasPrefix)
    else { return false }
    if value > 0 { isPositive = true }
    rest = rest.dropFirst(unit.count)
  }
  return isPositive
}
