import GatewayReader
import Routing
import Testing

@Suite("objects that an API server refuses")
struct AdmissionTests {
  @Test(
    "do not exist",
    arguments: [
      "matches: [{path: {type: Exact, value: foo}}]",
      "matches: [{path: {value: /a//b}}]",
      "matches: [{path: {value: /a/../b}}]",
      "matches: [{path: {value: /a%2Fb}}]",
      "matches: [{path: {value: '/a b'}}]",
      "matches: [{path: {value: '/a%2'}}]",
      "matches: [{path: {type: Prefix, value: /a}}]",
      "matches: [{method: PROPFIND}]",
      "matches: [{headers: [{name: 'a[]', value: x}]}]",
      "matches: [{headers: [{name: a, value: x}, {name: a, value: y}]}]",
      "matches: [{queryParams: [{name: a, value: ''}]}]",
      "backendRefs: [{name: web}]",
      "backendRefs: [{name: web, port: 80, weight: -1}]",
      "backendRefs: [{name: web, port: 70000}]",
      "filters: [{type: RequestRedirect, requestRedirect: {statusCode: 304}}]",
      "filters: [{type: RequestRedirect, requestRedirect: {scheme: ftp}}]",
      "filters: [{type: URLRewrite}]",
      "filters: [{type: Unknown}]",
      "matches: [{headers: [{name: a, value: 'x  y'}]}]",
      "filters: [{type: CORS, cors: {allowOrigins: ['*.a.test']}}]",
      "filters: [{type: CORS, cors: {allowOrigins: ['https://a.test/x']}}]",
      "filters: [{type: CORS, cors: {allowOrigins: ['https://a.*.test']}}]",
      "filters: [{type: ResponseHeaderModifier, responseHeaderModifier: {set: [{name: a, value: ' b'}]}}]",
      "{filters: [{type: RequestRedirect, requestRedirect: {}}], backendRefs: [{name: web, port: 80}]}",
      "{timeouts: {request: 1s, backendRequest: 2s}, backendRefs: [{name: web, port: 80}]}",
      "{timeouts: {request: 1.5s}, backendRefs: [{name: web, port: 80}]}",
      "{name: Upper, backendRefs: [{name: web, port: 80}]}",
    ])
  func refused(_ rule: String) {
    let reading = Manifests.read(
      Manifests.gateway(listeners: Manifests.open), Manifests.service, Manifests.route(rule: rule))
    #expect(reading.codes == ["gateway-object-refused"])
    #expect(reading.outcome("a.test") == .notFound)
  }

  @Test(
    "are not these",
    arguments: [
      "filters: [{type: CORS, cors: {allowOrigins: ['https://*.a.test:8443', 'http://*', 'https://a']}}]",
      "matches: [{headers: [{name: a, value: '(?:.*[;,] *)?x'}]}]",
      "matches: [{path: {value: /a%2Eb}}, {path: {type: RegularExpression, value: 'a//b'}}]",
      "filters: [{type: URLRewrite, urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: ''}}}]",
      "{name: a.b, timeouts: {request: 0s, backendRequest: 1h30m}}",
    ])
  func accepted(_ rule: String) {
    let reading = Manifests.read(
      Manifests.gateway(listeners: Manifests.open), Manifests.route(rule: rule))
    #expect(reading.findings.isEmpty)
  }

  @Test(
    "are Gateways too",
    arguments: [
      "[]",
      "[{name: a, port: 80, protocol: HTTP, tls: {certificateRefs: [{name: c}]}}]",
      "[{name: a, port: 443, protocol: HTTPS, tls: {mode: Passthrough}}]",
      "[{name: a, port: 443, protocol: TLS}]",
      "[{name: a, port: 80, protocol: HTTP}, {name: b, port: 80, protocol: HTTP}]",
      "[{name: a, port: 80, protocol: HTTP, hostname: A.test}]",
      "[{name: a, port: 0, protocol: HTTP}]",
    ])
  func gateways(_ listeners: String) {
    let reading = Manifests.read(Manifests.gateway(listeners: listeners))
    #expect(reading.codes == ["gateway-object-refused"])
    #expect(reading.site.listeners.isEmpty)
  }
}
