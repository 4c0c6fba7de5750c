import Foundation
import Kubernetes
import RecordedAnswers
import Routing
import Testing

@testable import IngressNGINX

@Suite("recorded settings of ingress-nginx")
struct GuardTests {
  @Test(
    "are ours: authentication, limits, mirrors, headers, snippets",
    arguments: RecordedCase.all("ingress-nginx-oracle"))
  func settings(_ recorded: RecordedCase) throws {
    let expected = try JSONDecoder().decode(
      RecordedGuards.self, from: Data(try recorded.bytes("resources.json")))
    let (cluster, options) = try recorded.cluster()
    let surroundings = surroundings(cluster, cluster.configMaps[options.configMap])
    for location in expected.hosts.flatMap(\.locations) {
      guard
        let ingress = cluster.ingresses.first(where: {
          $0.metadata.objectName.description == location.ingress
        })
      else { continue }
      let settings = IngressSettings.read(
        PrefixedAnnotations(ingress.metadata.annotations),
        namespace: ingress.metadata.namespace, surroundings
      ).settings
      compare(settings, location.settings)
    }
  }

  private func surroundings(
    _ cluster: Cluster, _ controller: ConfigMap?
  ) -> AnnotationSurroundings {
    func value(_ key: String) -> String { controller?.data.first { $0.key == key }?.value ?? "" }
    return AnnotationSurroundings(
      allowedResponseHeaders: addressEntries(value("global-allowed-response-headers")),
      secrets: cluster.secrets,
      configMaps: cluster.configMaps, services: cluster.services)
  }

  private func compare(_ settings: IngressSettings, _ guards: RecordedGuards.Guards?) {
    #expect(settings.basicAuth == BasicAuth.Setting(guards?.basicDigestAuth))
    #expect(settings.externalAuth == ExternalAuth.Setting(guards?.externalAuth))
    #expect(settings.satisfy.isAny == (guards?.satisfy == "any"))
    #expect(settings.mirror.target == guards?.mirror?.target ?? "")
    #expect(settings.mirror.host == guards?.mirror?.host ?? "")
    let headers = settings.customHeaders.headers.map { ($0.name, $0.value) }
    #expect(Dictionary(uniqueKeysWithValues: headers) == guards?.customHeaders?.headers ?? [:])
    // Snippets that are not allowed are taken away before annotations are read.
    if let snippet = guards?.configurationSnippet {
      #expect(settings.snippets.configuration == snippet)
    }
    compare(settings.rateLimit, guards?.rateLimit)
  }

  private func compare(_ limits: IngressNGINX.RateLimit.Setting, _ recorded: RecordedGuards.Limits?)
  {
    #expect(limits.perSecond == recorded?.rps.limit ?? 0)
    #expect(limits.perSecond * limits.burstMultiplier == recorded?.rps.burst ?? 0)
    #expect(limits.perMinute == recorded?.rpm.limit ?? 0)
    #expect(limits.perMinute * limits.burstMultiplier == recorded?.rpm.burst ?? 0)
    #expect(limits.connections == recorded?.connections.limit ?? 0)
    #expect(limits.allowed == recorded?.allowlist ?? [])
    #expect(limits.rate == recorded?.rate)
    #expect(limits.rateAfter == recorded?.rateAfter)
  }
}

extension BasicAuth.Setting {
  fileprivate init(_ recorded: RecordedGuards.Password?) {
    self.init()
    guard let recorded else { return }
    (isOn, isDigest) = (true, recorded.type != "basic")
    secret = qualifiedName(recorded.secret)
    (usesMap, realm) = (recorded.secretType == "auth-map", recorded.realm ?? "")
  }
}

extension ExternalAuth.Setting {
  fileprivate init(_ recorded: RecordedGuards.Question?) {
    self.init()
    guard let recorded else { return }
    (url, host, signin) = (recorded.url, recorded.host, recorded.signinUrl ?? "")
    responseHeaders = recorded.responseHeaders ?? []
    cacheDurations = recorded.authCacheDuration
    keepaliveRequests = recorded.keepaliveRequests
    keepaliveTimeout = recorded.keepaliveTimeout
  }
}
