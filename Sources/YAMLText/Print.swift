/// Prints a tree as YAML, two spaces a level, with stable bytes, at the end of `output`.
///
/// The style is that of `kubectl get -o yaml`: items of a list stand at the column of its key.
/// Every reader of YAML 1.1 or 1.2 takes the strings for the same strings.
package func print(_ node: Node, into output: inout String) {
  var printer = Printer()
  // One allocation is enough for most objects.
  printer.bytes.reserveCapacity(4096)
  printer.printDocument(node)
  output += String(decoding: printer.bytes, as: UTF8.self)
}
