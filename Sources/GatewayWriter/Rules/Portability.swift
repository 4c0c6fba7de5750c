import Patterns

/// Why Envoy refuses an expression; nil where it takes it.
func rejection(of expression: String) -> String? {
  switch RE2Verdict(expression) {
  case .refused(let problem): "RE2 knows no \(problem)"
  case .accepted(let reading) where reading.isTooLargeForIstio:
    "it needs \(reading.programSize) steps, and Istio allows 32768"
  case .accepted: nil
  }
}
