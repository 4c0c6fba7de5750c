import Routing

/// Limits of a client's requests and connections, as the controller's template has them.
struct NginxRate {
  let limit: RateLimit
  let scope: NginxScope

  func lines() throws(Unsaid) -> NginxLines {
    guard limit.buckets.isEmpty else { throw Unsaid("buckets of tokens") }
    var lines = NginxLines()
    let key = key(&lines)
    for (name, rate, unit) in [("rps", limit.perSecond, "s"), ("rpm", limit.perMinute, "m")]
    where rate > 0 {
      let zone = scope.variable(name).dropFirst()
      lines.http.append("limit_req_zone \(key) zone=\(zone):1m rate=\(rate)r/\(unit);")
      let burst = rate * limit.burstMultiplier
      lines.block.append("limit_req zone=\(zone) burst=\(burst) nodelay;")
    }
    if !lines.block.isEmpty { lines.block.append("limit_req_status \(limit.rateStatus);") }
    if limit.connections > 0 {
      let zone = scope.variable("conn").dropFirst()
      lines.http.append("limit_conn_zone \(key) zone=\(zone):1m;")
      lines.block.append("limit_conn \(zone) \(limit.connections);")
      lines.block.append("limit_conn_status \(limit.connectionStatus);")
    }
    return lines
  }

  /// The variable that holds the client's address, and nothing for clients without a limit.
  private func key(_ lines: inout NginxLines) -> String {
    guard !limit.exempt.isEmpty else { return "$binary_remote_addr" }
    let exempt = scope.variable("exempt")
    lines.http += ["geo $remote_addr \(exempt) {", "  default 0;"]
    lines.http += limit.exempt.map { "  \($0) 1;" } + ["}"]
    return lines.map(
      exempt, scope.variable("limited"), [("0", "$binary_remote_addr"), ("default", "\"\"")])
  }
}
