import GatewayAPI
import Routing

/// The MeshConfig of a recorded case, and what the services that it names answered there.
struct RecordedMesh {
  private let providers: [JSON]

  init(_ json: JSON) { providers = json["extensionProviders"]?.items ?? [] }

  /// Nil where the case keeps Istio's defaults.
  var config: MeshConfig? {
    guard !providers.isEmpty else { return nil }
    var mesh = MeshConfig()
    for provider in providers {
      let service = provider["envoyExtAuthzHttp"] ?? .null
      let name = provider["name"]?.text ?? ""
      mesh.providers[name] = AuthorizationProvider(
        name: name, upstreamHeaders: service.texts("headersToUpstreamOnAllow"),
        responseHeaders: service.texts("headersToDownstreamOnAllow"),
        refusalHeaders: service.texts("headersToDownstreamOnDeny"))
    }
    return mesh
  }

  /// The echo server behind each provider: 200, or what `X-Test-Status` asks for where the provider
  /// passes that header on.
  func answers(to request: JSON) -> [String: WorldAnswer] {
    var answers: [String: WorldAnswer] = [:]
    for provider in providers {
      let passed = provider["envoyExtAuthzHttp"]?.texts("includeRequestHeadersInCheck") ?? []
      let steering = request["headers"]?.items.first {
        $0.items.first?.text?.lowercased() == "x-test-status"
      }
      let told = passed.contains("x-test-status") ? steering?.items.last?.text : nil
      answers[provider["name"]?.text ?? ""] = WorldAnswer(status: told.flatMap { Int($0) } ?? 200)
    }
    return answers
  }
}

extension JSON {
  fileprivate func texts(_ key: String) -> [String] {
    self[key]?.items.compactMap(\.text).map { $0.lowercased() } ?? []
  }
}
