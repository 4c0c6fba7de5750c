import Evidence
import Kubernetes
import Patterns
import Routing

extension Configuration {
  /// What makes nginx refuse the whole configuration, for every host (`nginx -t`).
  var refusedConfigurationFindings: [Finding] {
    servers.byName.flatMap { server -> [Finding] in
      let isRegex = server.isRegexHost(ingresses)
      return locationFaults(of: server, isRegex: isRegex) + nameFaults(of: server)
    } + valueFaults
  }

  /// Locations that stand twice, and paths that are no expression; each path is told once, although
  /// most become two blocks.
  private func locationFaults(of server: Server, isRegex: Bool) -> [Finding] {
    var seen: Set<String> = []
    var told: Set<String> = []
    return server.blocks(ingresses).compactMap { block in
      let location = block.location
      guard let owner = location.owner,
        let fault = isRegex ? patternFault(block.path) : duplicateFault(block, &seen),
        told.insert("\(location.type) \(location.path) \(owner)").inserted
      else { return nil }
      return Finding(
        .configurationRefused, of: ingresses[owner].ingress.reference, at: location.origin.place,
        field: location.origin.part, message: "\(server.name)\(location.path): \(fault)")
    }
  }

  private func duplicateFault(_ block: LocationBlock, _ seen: inout Set<String>) -> String? {
    let isNew = seen.insert("\(block.modifier.rawValue) \(block.path)").inserted
    return isNew ? nil : "the location stands twice"
  }

  private func patternFault(_ path: String) -> String? {
    do {
      _ = try Pattern("^" + path, .caseless)
      return nil
    } catch {
      return "no valid regular expression (\(error.description))"
    }
  }

  /// `www.*.example.com` is no server name.
  private func nameFaults(of server: Server) -> [Finding] {
    guard let owner = server.settings.wwwOwner, server.name.hasPrefix("*") else { return [] }
    return [
      finding(owner, "from-to-www-redirect", "www.\(server.name) is no server name")
    ]
  }

  /// Values that the controller takes and nginx does not, where a location has them.
  private var valueFaults: [Finding] {
    Set(servers.inOrder.flatMap { $0.locations.compactMap(\.owner) }).sorted().flatMap { owner in
      valueFaults(ingresses[owner].settings).map { key, fault in finding(owner, key, fault) }
    }
  }

  private func valueFaults(_ settings: IngressSettings) -> [(key: String, fault: String)] {
    var faults: [(key: String, fault: String)] = []
    let numbers = [
      ("proxy-connect-timeout", settings.timeouts.connect),
      ("proxy-send-timeout", settings.timeouts.send),
      ("proxy-read-timeout", settings.timeouts.read),
      ("proxy-next-upstream-tries", settings.retries.tries),
      ("proxy-next-upstream-timeout", settings.retries.timeout),
    ]
    for (key, number) in numbers {
      if let number, number < 0 { faults.append((key, "\(number) is below zero")) }
    }
    if let size = settings.buffering.bufferSize, let unit = size.last, "gGbB".contains(unit) {
      faults.append(("proxy-buffer-size", "nginx knows no unit \(unit) here"))
    }
    for status in settings.customErrors.statuses where status > 599 {
      faults.append(("custom-http-errors", "\(status) is no status"))
    }
    if settings.mirror.host.hasSuffix(".invalid") {
      faults.append(("mirror-target", "\(settings.mirror.host) does not resolve"))
    }
    return faults
  }

  private func finding(_ owner: Int, _ key: String, _ fault: String) -> Finding {
    let ingress = ingresses[owner].ingress
    let annotation = ingresses[owner].annotation(key)
    return Finding(
      .configurationRefused, of: ingress.reference, at: annotation?.place ?? ingress.metadata.place,
      field: annotation?.key ?? key, message: fault)
  }
}
