public import Evidence

extension Rule {
  /// A file or folder that could not be read at all.
  public static let inputUnreadable = Rule(
    "input-unreadable", .error, .unreadable, title: "An input could not be read",
    after: "Nothing of this input is carried over.",
    remedy: "Correct the path or its permissions and run again.")

  /// Ingresses without `metadata.creationTimestamp`, whose age ingress-nginx decides conflicts by.
  public static let creationTimestampMissing = Rule(
    "creation-timestamp-missing", .note, .equivalent,
    title: "Ages are unknown",
    before: "ingress-nginx lets the oldest Ingress win where two claim the same thing.",
    after: "The order of the input stands for age.",
    remedy: "Export the Ingresses from the cluster with `kubectl get ingress -A -o yaml`, "
      + "which writes `metadata.creationTimestamp`.")

  /// The rules that belong to the input as a whole.
  package static let ofInputs: [Rule] = [.inputUnreadable, .creationTimestampMissing]
}
