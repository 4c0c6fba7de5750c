package import Evidence

/// Everything that somebody wrote and that is in force, by the object that it is written in.
package struct Settings: Hashable, Sendable {
  /// All of them, in the order in which they were added.
  package private(set) var all: [Setting] = []
  private var own: [ObjectReference: [Topic: [Int]]] = [:]
  private var shared: [Topic: [Int]] = [:]

  package init() {}

  /// Adds a setting that holds for one Ingress.
  package mutating func add(_ setting: Setting, of object: ObjectReference) {
    own[object, default: [:]][setting.topic, default: []].append(all.count)
    all.append(setting)
  }

  /// Adds a setting that holds for every Ingress that does not say it itself.
  package mutating func add(shared setting: Setting) {
    shared[setting.topic, default: []].append(all.count)
    all.append(setting)
  }

  /// The positions in `all` of the settings that decide something for an Ingress: its own, or the
  /// shared ones where it has none.
  package func positions(_ topic: Topic, of object: ObjectReference?) -> [Int] {
    if let object, let positions = own[object]?[topic] { return positions }
    return shared[topic] ?? []
  }

  /// The settings that decide something for an Ingress.
  package func deciding(_ topic: Topic, of object: ObjectReference?) -> [Setting] {
    positions(topic, of: object).map { all[$0] }
  }
}
