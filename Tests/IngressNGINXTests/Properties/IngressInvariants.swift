import Evidence
import Kubernetes
import Routing
import Tracing

@testable import IngressNGINX

extension Invariant {
  static let ofIngresses: [Invariant] = [
    Invariant("removing a refused Ingress changes nothing", rule: "store.syncIngress") { reading in
      let refused = reading.refused
      guard !refused.isEmpty else { return nil }
      let rest = RandomReading(reading.ingresses.filter { !refused.contains($0.metadata.name) })
      return rest.site == reading.site ? nil : "\(refused.sorted())"
    },
    Invariant("the order of the input changes nothing", rule: "store.sortIngressSlice") { reading in
      let turned = RandomReading(reading.ingresses.reversed())
      return turned.site == reading.site ? nil : "turned round"
    },
    Invariant("an annotation that nobody knows changes nothing", rule: "annotations.Extract") {
      reading in
      let marked = RandomReading(
        reading.ingresses.map { ingress in
          var ingress = ingress
          ingress.metadata.annotations.append(
            Annotation(key: "nginx.ingress.kubernetes.io/no-such-key", value: "x"))
          return ingress
        })
      return marked.site == reading.site ? nil : "no-such-key"
    },
    Invariant("a younger copy of an ordinary Ingress changes no owner", rule: "createServers") {
      reading in
      guard var copy = reading.ordinary.last?.served.ingress else { return nil }
      copy.metadata.name = "copy"
      copy.metadata.created = 99
      copy.metadata.index = 99
      let both = RandomReading(reading.ingresses + [copy])
      let owners = { (reading: RandomReading) in
        reading.servers.map { server in
          server.locations.prefix { $0.owner != reading.served.count - 1 }
            .map { "\(server.name)\($0.path) \($0.owner ?? -1)" }
        }
      }
      return zip(owners(reading), owners(both)).allSatisfy { $1.starts(with: $0.prefix($1.count)) }
        ? nil : "\(owners(reading)) and \(owners(both))"
    },
    Invariant("Ingresses are worked on oldest first", rule: "store.sortIngressSlice") { reading in
      let ages = reading.served.map { ($0.ingress.metadata.created ?? 0, $0.namespace) }
      for (earlier, later) in zip(ages, ages.dropFirst())
      where earlier.0 > later.0 || (earlier.0 == later.0 && earlier.1 < later.1) {
        return "\(ages)"
      }
      return nil
    },
    Invariant("no setting is in force that nobody wrote", rule: "annotations.Extract") { reading in
      reading.served.first { served in
        let written = Set(served.ingress.metadata.annotations.map(\.key))
        return served.settings.accepted.keys.contains {
          !written.contains("nginx.ingress.kubernetes.io/\($0)")
        }
      }?.ingress.metadata.name
    },
  ]

  static let ofRoutes: [Invariant] = [
    Invariant("every path of a denied Ingress answers 503", rule: "nginx.tmpl, Denied") { reading in
      let denied = Set(
        reading.served.filter { $0.settings.denial != nil }.map(\.ingress.metadata.name))
      return reading.routes.first { route in
        guard let name = route.origin.object?.name, denied.contains(name), !route.isServerLevel,
          !route.isRedirectToSlash
        else { return false }
        return route.destination != .respond(status: 503)
      }.map { "\($0.path) of \($0.origin.object?.name ?? "")" }
    },
    Invariant("a site listens on ports 80 and 443 with the same hosts", rule: "nginx.tmpl") {
      reading in
      let listeners = reading.site.listeners
      return listeners.map(\.port) == [80, 443] && listeners[0].hosts == listeners[1].hosts
        ? nil : "\(listeners.map(\.port))"
    },
    Invariant("a name that nobody serves gets the default server", rule: "server_name _") {
      reading in
      let answering = Answering(reading.site)
      let answer = answering.answer(to: Request(host: "nobody.example", target: "/"))
      return answer.steps.contains { $0.text == "server _" } ? nil : "\(answer.outcome)"
    },
    Invariant(
      "every request is answered, unknown names by the default server", rule: "server_name _"
    ) { reading in
      let answering = Answering(reading.site)
      let unknown = answering.answer(to: Request(host: "nobody.example", target: "/"))
      guard unknown.steps.contains(where: { $0.text == "server _" }) else {
        return "an unknown name: \(unknown.outcome)"
      }
      for host in ["a.test", "b.test", "www.a.test", "x.test", "d.test"] {
        for target in ["/", "/a", "/a/b?q=1", "/zz"] {
          let answer = answering.answer(to: Request(host: host, target: target))
          if case .failed(let reason) = answer.outcome { return "\(host)\(target): \(reason)" }
        }
      }
      return nil
    },
    Invariant(
      "plain HTTP is not redirected on a host without certificate that nobody forces",
      rule: "lua_ingress.lua, redirect_to_https"
    ) { reading in
      guard !reading.served.contains(where: { $0.settings.httpsRedirect.force == true }) else {
        return nil
      }
      let hosts = reading.site.listeners.first?.hosts ?? []
      for server in reading.servers where !reading.configuration.hasCertificate(server) {
        let host = hosts.first { $0.pattern == HostPattern(server: server.name) }
        let redirects = (host?.routes ?? []).contains { route in
          route.behaviours.contains {
            guard case .secureRedirect = $0 else { return false }
            return true
          }
        }
        if redirects { return server.name }
      }
      return nil
    },
  ]
}

extension Route {
  /// nginx's own redirect to the path with a final slash.
  fileprivate var isRedirectToSlash: Bool {
    guard case .redirect = destination else { return false }
    return isImplicit
  }
}
