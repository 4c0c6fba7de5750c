import Routing

/// An answer that Envoy makes itself, as a client of gRPC sees it (`Utility::prepareLocalReply`):
/// status 200, and what happened in headers.
struct LocalReply {
  let status: Int
  let headers: [Header]

  init(_ status: Int, saying message: String, to received: ReceivedRequest) {
    guard received.reading.proxy == .envoy, received.isGRPC else {
      self.status = status
      headers = []
      return
    }
    self.status = 200
    let text = Self.encoded(message)
    headers =
      [Header("grpc-status", String(Self.code(of: status)))]
      + (text.isEmpty ? [] : [Header("grpc-message", text)])
  }

  /// `Grpc::Utility::httpToGrpcStatus`.
  private static func code(of status: Int) -> Int {
    switch status {
    case 400: 13
    case 401: 16
    case 403: 7
    case 404: 12
    case 429, 502, 503, 504: 14
    case _: 2
    }
  }

  /// Bytes that are not printable, and `%`, are escaped.
  private static func encoded(_ message: String) -> String {
    let bytes = message.utf8.flatMap { byte in
      byte < 0x20 || byte >= 0x7f || byte == ASCII.percent ? ASCII.escaped(byte) : [byte]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ReceivedRequest {
  /// Whether the client speaks gRPC (`Grpc::Common::hasGrpcContentType`).
  var isGRPC: Bool {
    guard let type = headers.value(of: "content-type") else { return false }
    return type == "application/grpc" || type.hasPrefix("application/grpc+")
  }
}

extension Passage {
  /// What a backend of gRPC is taken to end a call with, where nobody says it: like the status 200.
  var endOfCall: [Header] {
    let isCall = received.reading.proxy == .envoy && received.isGRPC
    let isSpoken = ["grpc", "grpcs"].contains(upstreamScheme)
    guard isCall, isSpoken, received.request.world.backend == nil else { return [] }
    return [Header("grpc-status", "0")]
  }
}
