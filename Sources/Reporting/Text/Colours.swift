import Evidence
import Gatewright

/// The colour of a severity.
func colour(of severity: Severity) -> Colour {
  switch severity {
  case .error: .red
  case .warning: .yellow
  case .note: .cyan
  }
}

/// The colour of a verdict.
func colour(of verdict: Verdict) -> Colour {
  switch verdict {
  case .exact, .equivalent: .green
  case .notServed: .faint
  case .changed: .yellow
  case .lost: .red
  }
}
