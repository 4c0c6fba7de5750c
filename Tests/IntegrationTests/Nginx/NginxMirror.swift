import Routing

/// Copies of requests, as the controller's template sends them.
struct NginxMirror {
  let mirror: Mirror
  let scope: NginxScope

  func lines() throws(Unsaid) -> NginxLines {
    let place = "/_mirror-\(scope.variable("copy").dropFirst())"
    let target = try NginxAddress(mirror.target)
    var lines = NginxLines(backends: [target.backend])
    lines.block = ["mirror \(place);", "mirror_request_body \(mirror.copiesBody ? "on" : "off");"]
    lines.server = [
      "location = \(place) {", "  internal;", "  proxy_set_header Host \(mirror.host.quoted);",
      "  proxy_pass \(target.scheme)://\(scope.upstream(target.backend))\(target.rest);", "}",
    ]
    return lines
  }
}
