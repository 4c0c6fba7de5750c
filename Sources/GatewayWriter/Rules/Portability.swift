import Patterns

/// Why RE2, as Envoy uses it, refuses an expression; nil where it takes it.
func rejection(of expression: String) -> String? {
  nil
}
