/// How long and how often a backend is tried; nil where nobody says it.
package struct Patience: Hashable, Sendable {
  /// A failure after which another try is made (nginx's `proxy_next_upstream`).
  package enum Failure: Hashable, Sendable {
    /// No connection, or one that breaks before the answer begins.
    case broken
    /// Nothing comes in time.
    case timeout
    /// The answer is empty or no HTTP.
    case invalidAnswer
    /// The answer has this status.
    case status(Int)
  }

  /// The seconds between two reads of an answer (nginx's `proxy_read_timeout`).
  package var read: Int?
  /// The seconds between two writes of a request (nginx's `proxy_send_timeout`).
  package var send: Int?
  /// The seconds in which nothing moves either way (Envoy's `idle_timeout` of a route).
  package var idle: Int?
  /// The seconds for the whole answer, the request included (Envoy's route timeout).
  package var request: Int?
  /// How often the backend is tried in all; 0 for as often as it has endpoints.
  package var tries: Int?
  /// After which failures it is tried again.
  package var failures: Set<Failure>?
  /// Whether requests that may change something are tried again after they were sent.
  package var repeatsChanges = false

  package init(
    read: Int? = nil, send: Int? = nil, idle: Int? = nil, request: Int? = nil, tries: Int? = nil
  ) {
    self.read = read
    self.send = send
    self.idle = idle
    self.request = request
    self.tries = tries
  }
}
