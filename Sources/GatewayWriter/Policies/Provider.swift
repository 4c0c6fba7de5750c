import GatewayAPI
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
    if !address.prefix.isEmpty { http.append(Entry("pathPrefix", .string(address.prefix))) }
    http += [
      Entry("timeout", .string(Self.timeout)), Entry("failOpen", .bool(false)),
      Entry("statusOnError", .string("500")),
      Entry("includeRequestHeadersInCheck", texts(Self.requestHeaders)),
    ]
    let entries = questionHeaders.map { Entry($0.name, .string($0.value)) }
    http.append(Entry("includeAdditionalHeadersInCheck", .mapping(entries)))
    if !upstreamHeaders.isEmpty {
      http.append(Entry("headersToUpstreamOnAllow", texts(upstreamHeaders)))
    }
    http += [
      Entry("headersToDownstreamOnAllow", texts(Self.consentHeaders)),
      Entry("headersToDownstreamOnDeny", texts(refusalHeaders)),
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

  /// The headers that nginx itself puts on the question, by lower-case name; `%` starts a command of
  /// Envoy's.
  private var questionHeaders: [Pair] {
    let fixed = service.questionHeaders.filter { !$0.value.contains("$") && !$0.value.isEmpty }
    let isFixed = !service.questionAddress.isEmpty && !service.questionAddress.contains("$")
    let asked = isFixed ? [Header("x-auth-request-redirect", service.questionAddress)] : []
    let written = (asked + fixed).map {
      Pair($0.name.lowercased(), $0.value.replacing("%", with: "%%"))
    }
    let values = Dictionary((Self.ownHeaders + written).map { ($0.name, $0.value) }) { $1 }
    return values.sorted { $0.key < $1.key }.map { Pair($0.key, $0.value) }
  }

  /// What nginx says of the request and its client whatever is asked (`nginx.tmpl`).
  private static let ownHeaders = [
    Pair("x-auth-request-redirect", "%REQ(:PATH)%"),
    Pair("x-forwarded-for", "%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%"),
    Pair("x-original-method", "%REQ(:METHOD)%"),
    Pair("x-original-url", "%REQ(X-FORWARDED-PROTO)%://%REQ(:AUTHORITY)%%REQ(:PATH)%"),
    Pair("x-real-ip", "%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%"),
    Pair("x-request-id", "%REQ(X-REQUEST-ID)%"),
    Pair("x-sent-from", "nginx-ingress-controller"),
  ]

  private static let timeout = "60s"

  private var upstreamHeaders: [String] { service.responseHeaders.map { $0.lowercased() } }
  private static let consentHeaders = ["set-cookie"]

  private var refusalHeaders: [String] {
    let takesCookies = service.alwaysSetsCookie || !service.signin.isEmpty
    return (takesCookies ? ["set-cookie"] : []) + ["www-authenticate"]
  }

  private func texts(_ values: [String]) -> Node { .sequence(values.map { .string($0) }) }
}

extension Provider {
  /// The same service, asked for just what nginx asks for; nil where that is a path of nginx's own.
  var exactly: EnvoyFilter.AuthorizationService? {
    address.target.map { target in
      EnvoyFilter.AuthorizationService(
        host: address.host, port: address.port, timeout: Self.timeout, path: .whole(target),
        questionHeaders: questionHeaders, upstreamHeaders: upstreamHeaders,
        responseHeaders: Self.consentHeaders, refusalHeaders: refusalHeaders)
    }
  }
}
