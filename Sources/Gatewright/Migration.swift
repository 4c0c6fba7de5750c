public import Evidence

/// One object to apply, as YAML text.
public struct Manifest: Hashable, Sendable {
  /// Kind, namespace and name.
  public var reference: ObjectReference
  /// `apiVersion`, for example `gateway.networking.k8s.io/v1`.
  public var apiVersion: String
  /// The object as one YAML document without `---`, ending with a line break.
  public var yaml: String

  /// Makes a manifest.
  public init(reference: ObjectReference, apiVersion: String, yaml: String) {
    self.reference = reference
    self.apiVersion = apiVersion
    self.yaml = yaml
  }
}

/// What became of the inputs: the objects to apply and the report.
public struct Migration: Hashable, Sendable {
  /// The objects, in a stable order.
  public var manifests: [Manifest]
  /// What is the same, what differs, and what to do.
  public var report: Report

  /// Makes a result.
  public init(manifests: [Manifest], report: Report) {
    self.manifests = manifests
    self.report = report
  }
}
