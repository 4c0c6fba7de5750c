import Patterns
import Routing

/// What CORS does to one request.
struct CORSResponse {
  /// The headers put on the answer.
  let headers: [Header]
  /// Whether the proxy answers the request itself.
  let isPreflight: Bool

  init(_ cors: CORS, _ received: ReceivedRequest) {
    let origin = received.headers.value(of: "origin")
    switch received.reading.proxy {
    case .nginx: self.init(nginx: cors, origin, received)
    case .envoy: self.init(envoy: cors, origin ?? "", received)
    }
  }

  /// ingress-nginx answers every OPTIONS of a fitting origin and puts all headers on every answer.
  private init(nginx cors: CORS, _ origin: String?, _ received: ReceivedRequest) {
    let allowed: String? =
      switch cors.origins {
      case .any: "*"
      case .matching(let pattern):
        origin.flatMap { Self.fits($0, pattern, [.caseless], received) ? $0 : nil }
      }
    headers = allowed.map { [Header(Self.allowOrigin, $0)] + cors.headers } ?? []
    isPreflight = allowed != nil && received.request.method == "OPTIONS"
  }

  /// Envoy's CORS filter answers preflights of any origin, but names no origin that does not fit.
  private init(envoy cors: CORS, _ origin: String, _ received: ReceivedRequest) {
    let method = received.headers.value(of: "access-control-request-method") ?? ""
    isPreflight = received.request.method == "OPTIONS" && !origin.isEmpty && !method.isEmpty
    let fits =
      switch cors.origins {
      case .any: !origin.isEmpty
      case .matching(let pattern): Self.fits(origin, pattern, [.caseless, .whole], received)
      }
    let isPreflight = isPreflight
    let kept = cors.headers.filter { header in
      switch ASCII.lower(header.name) {
      case Self.allowOrigin: false
      case "access-control-expose-headers": fits
      case "access-control-allow-credentials": fits || isPreflight
      case _: isPreflight
      }
    }
    headers =
      (fits ? [Header(Self.allowOrigin, origin)] : []) + kept.map { Self.echoed($0, received) }
  }

  /// Envoy answers `*` in methods and headers with what the preflight asked for.
  private static func echoed(_ header: Header, _ received: ReceivedRequest) -> Header {
    guard header.value == "*" else { return header }
    let asked: String? =
      switch ASCII.lower(header.name) {
      case "access-control-allow-methods":
        received.headers.value(of: "access-control-request-method")
      case "access-control-allow-headers":
        received.headers.value(of: "access-control-request-headers")
      case _: nil
      }
    return Header(header.name, asked ?? header.value)
  }

  private static func fits(
    _ origin: String, _ pattern: String, _ options: Pattern.Options, _ received: ReceivedRequest
  ) -> Bool {
    guard !pattern.isEmpty, !origin.isEmpty else { return false }
    return received.expressions.found(pattern, in: Array(origin.utf8), options)
  }

  private static let allowOrigin = "access-control-allow-origin"
}
