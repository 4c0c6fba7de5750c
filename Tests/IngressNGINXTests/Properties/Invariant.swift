/// Something that holds for every set of Ingresses, and the rule it follows from.
struct Invariant: Sendable {
  var text: String
  /// The function of the controller, or the directive of nginx, that makes it so.
  var rule: String
  /// Whether it holds; a text says where it does not.
  var fault: @Sendable (RandomReading) -> String?

  init(_ text: String, rule: String, _ fault: @escaping @Sendable (RandomReading) -> String?) {
    self.text = text
    self.rule = rule
    self.fault = fault
  }

  static let all = ofServers + ofLocations + ofPaths + ofCanaries + ofIngresses + ofRoutes
}
