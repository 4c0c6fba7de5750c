/// Lines of nginx configuration that a user wrote.
package struct Snippet: Hashable, Sendable {
  /// Where the lines stand, for example `configuration-snippet`.
  package var name: String
  package var directives: [Directive]

  package init(name: String, directives: [Directive]) {
    self.name = name
    self.directives = directives
  }
}

/// One directive of nginx configuration: `name arguments;` or `name arguments { block }`.
package struct Directive: Hashable, Sendable {
  package var name: String
  package var arguments: [String]
  /// Nil for a directive that ends with `;`.
  package var block: [Directive]?

  package init(name: String, arguments: [String], block: [Directive]? = nil) {
    self.name = name
    self.arguments = arguments
    self.block = block
  }
}
