/// One respect in which two answers differ.
package enum Aspect: String, Hashable, Sendable, CaseIterable {
  /// One is an answer, the other a failed connection, also where only one side wants the PROXY
  /// protocol.
  case reached = "reached or not"
  /// The status of the proxy's own answer, or who answers at all.
  case status
  /// The address of a redirect, also of a backend's.
  case location
  /// The backends, or their shares.
  case shares = "backend shares"
  /// The path that the backend sees.
  case path = "upstream path"
  /// The Host header that the backend sees.
  case host = "upstream Host"
  /// The protocol spoken to the backend.
  case upstreamProtocol = "upstream protocol"
  /// Headers set or removed on the way to the backend.
  case requestHeaders = "request headers"
  /// Headers put on the answer.
  case responseHeaders = "response headers"
  /// Copies sent elsewhere.
  case mirror = "mirrored requests"
  /// What an authentication service is asked.
  case question = "authentication request"
  /// What the answer hangs on outside the routes.
  case condition = "conditions"
}
