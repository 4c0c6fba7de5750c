package import Evidence
import Kubernetes

extension Rule {
  /// Ingresses without `metadata.creationTimestamp`, by which ingress-nginx decides conflicts.
  package static let creationTimestampMissing = Rule(
    "creation-timestamp-missing", .note, .equivalent,
    title: "Ingresses have no creationTimestamp",
    before: "The oldest Ingress keeps a host or path, and brings the canary that counts.",
    after: "The order of the input stands for age.",
    remedy: "Use `kubectl get ingress -A -o yaml` for the true ages.")
}

/// Says once that ages are guessed; a single Ingress has nobody to be older than.
func findings(aboutAgesOf ingresses: [Ingress]) -> [Finding] {
  let ageless = ingresses.filter { $0.metadata.created == nil }
  guard ingresses.count > 1, let first = ageless.first else { return [] }
  return [
    Finding(
      .creationTimestampMissing, at: first.metadata.place, field: "metadata.creationTimestamp",
      message: "\(ageless.count) of \(ingresses.count) have none.")
  ]
}
