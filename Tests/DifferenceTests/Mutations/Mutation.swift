import YAMLText

/// One way to change objects of a kind wherever they have a certain value.
struct Mutation: Sendable {
  /// What is around the objects that a change may lean on.
  struct Surroundings: Sendable {
    /// The names of the Services.
    var services: [String]
    /// The names of the Gateways' listeners.
    var sections: [String]

    /// The names, without one.
    func services(but name: String?) -> [String] { services.filter { $0 != name } }
  }

  /// What is changed, in words.
  let name: String
  /// The kind of the objects.
  let kind: String
  /// Where the values stand, for example `spec.rules[].matches[].path`.
  let place: String
  /// All changes of one value.
  let change: @Sendable (Node, Surroundings) -> [Node]

  init(
    _ name: String, in kind: String = "HTTPRoute", at place: String,
    _ change: @escaping @Sendable (Node, Surroundings) -> [Node]
  ) {
    (self.name, self.kind, self.place, self.change) = (name, kind, place, change)
  }

  /// A change of texts; nil where one cannot be changed so.
  init(
    _ name: String, in kind: String = "HTTPRoute", ofText place: String,
    _ change: @escaping @Sendable (String) -> String?
  ) {
    self.init(name, in: kind, at: place) { node, _ in
      node.text.flatMap(change).map { [.string($0)] } ?? []
    }
  }

  /// The sets of objects with one thing changed.
  func mutants(of objects: [Node], _ surroundings: Surroundings) -> [[Node]] {
    objects.indices.filter { objects[$0]["kind"]?.text == kind }.flatMap { index in
      objects[index].variants(at: place) { change($0, surroundings) }.map { changed in
        var mutant = objects
        mutant[index] = changed
        return mutant
      }
    }
  }
}
