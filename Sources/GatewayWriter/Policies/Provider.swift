import Routing
import YAMLText

/// An authentication service as an entry of `extensionProviders` in Istio's MeshConfig.
struct Provider: Hashable {
  let name: String
  let address: ServiceAddress
  private let service: ExternalAuthentication

  /// Nil where Istio cannot ask the service.
  init?(_ service: ExternalAuthentication) {
    guard let address = ServiceAddress(service.url) else { return nil }
    self.address = address
    // Neither the method nor a page to sign in is said, so that they tell no providers apart.
    var said = service
    said.method = ""
    said.signin = service.signin.isEmpty ? "" : "asked for"
    said.signinParameter = ""
    self.service = said
    let key = [
      said.url, said.signin, said.questionAddress, "\(said.alwaysSetsCookie)",
      said.responseHeaders.joined(separator: ","),
      said.questionHeaders.map { "\($0.name): \($0.value)" }.joined(separator: "\n"),
    ]
    name = "\(bounded("auth-\(slug(address.host))", 200))-\(digest(key.joined(separator: "\n")))"
  }

  /// The entry.
  var node: Node {
    var http: [Entry] = [
      Entry("service", .string(address.host)), Entry("port", .integer(address.port)),
    ]
    if !address.path.isEmpty { http.append(Entry("pathPrefix", .string(address.path))) }
    http += [
      Entry("timeout", .string("60s")), Entry("failOpen", .bool(false)),
      Entry("statusOnError", .string("500")),
      Entry("includeRequestHeadersInCheck", texts(Self.requestHeaders)),
    ]
    let additional = self.additional
    if !additional.isEmpty {
      let entries = additional.map { Entry($0.name, .string($0.value)) }
      http.append(Entry("includeAdditionalHeadersInCheck", .mapping(entries)))
    }
    if !service.responseHeaders.isEmpty {
      http.append(
        Entry("headersToUpstreamOnAllow", texts(service.responseHeaders.map { $0.lowercased() })))
    }
    let takesCookies = service.alwaysSetsCookie || !service.signin.isEmpty
    http += [
      Entry("headersToDownstreamOnAllow", texts(["set-cookie"])),
      Entry(
        "headersToDownstreamOnDeny",
        texts(takesCookies ? ["set-cookie", "www-authenticate"] : ["www-authenticate"])),
    ]
    return .mapping([
      Entry("name", .string(name)), Entry("envoyExtAuthzHttp", .mapping(http)),
    ])
  }

  /// Headers of the request that the service sees.
  ///
  /// Those that nginx writes itself are not among them, so that no client can say in its stead who
  /// asks for what.
  private static let requestHeaders = [
    "accept", "accept-language", "authorization", "cookie", "origin", "referer", "user-agent",
    "x-requested-with",
  ]

  /// Headers with fixed values; `%` starts a command of Envoy's.
  private var additional: [Header] {
    var headers = [Header("x-sent-from", "nginx-ingress-controller")]
    if !service.questionAddress.isEmpty, !service.questionAddress.contains("$") {
      headers.append(Header("x-auth-request-redirect", service.questionAddress))
    }
    headers += service.questionHeaders.filter { !$0.value.contains("$") && !$0.value.isEmpty }
    let values = Dictionary(
      headers.map { ($0.name.lowercased(), $0.value.replacing("%", with: "%%")) }
    ) { $1 }
    return values.sorted { $0.key < $1.key }.map { Header($0.key, $0.value) }
  }

  private func texts(_ values: [String]) -> Node { .sequence(values.map { .string($0) }) }
}
