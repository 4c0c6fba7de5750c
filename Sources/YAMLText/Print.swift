/// Prints a tree as YAML, two spaces a level, with stable bytes, at the end of `output`.
package func print(_ node: Node, into output: inout String) {
}
