/// How long and how often a backend is tried; nil where nobody says it.
package struct Patience: Hashable, Sendable {
  /// The seconds between two reads of an answer (nginx's `proxy_read_timeout`).
  package var read: Int?
  /// The seconds between two writes of a request (nginx's `proxy_send_timeout`).
  package var send: Int?
  /// The seconds for the whole answer, the request included (Envoy's route timeout).
  package var request: Int?
  /// How often the backend is tried in all.
  package var tries: Int?

  package init(read: Int? = nil, send: Int? = nil, request: Int? = nil, tries: Int? = nil) {
    self.read = read
    self.send = send
    self.request = request
    self.tries = tries
  }
}
