public import Evidence

/// How committed manifests differ from a fresh translation.
public struct Difference: Hashable, Sendable {
  /// The objects that differ, by namespace, name and kind.
  public var objects: [ObjectDifference]
  /// How many objects are the same on both sides.
  public var sameCount: Int
  /// What could not be read, on either side.
  public var findings: [FindingGroup]

  /// Makes a difference of its parts.
  public init(objects: [ObjectDifference], sameCount: Int = 0, findings: [FindingGroup] = []) {
    self.objects = objects
    self.sameCount = sameCount
    self.findings = findings
  }

  /// Whether no object differs.
  public var isEmpty: Bool { objects.isEmpty }

  /// Whether some input could not be read, so that the comparison is not complete.
  public var hasUnreadableInput: Bool {
    findings.contains { $0.rule.effect == .unreadable && $0.severity == .error }
  }
}

/// How one object differs.
public struct ObjectDifference: Hashable, Sendable {
  /// What happens to the object when the fresh translation is committed.
  public enum Change: Hashable, Sendable {
    /// Only the fresh translation has it.
    case added
    /// Only the committed manifests have it.
    case removed
    /// Both have it; these fields differ.
    case changed([FieldChange])
  }

  /// The object.
  public var reference: ObjectReference
  /// Its `apiVersion`, the fresh one where both sides have it.
  public var apiVersion: String
  /// What happens to it.
  public var change: Change

  /// Describes how an object differs.
  public init(reference: ObjectReference, apiVersion: String, change: Change) {
    self.reference = reference
    self.apiVersion = apiVersion
    self.change = change
  }
}

/// One field that differs.
public struct FieldChange: Hashable, Sendable {
  /// The path of the field, for example `spec.rules[0].backendRefs[name=web].weight`.
  public var path: String
  /// The committed value as compact JSON; nil where there is none.
  public var old: String?
  /// The fresh value as compact JSON; nil where there is none.
  public var new: String?

  /// Describes how a field differs.
  public init(path: String, old: String? = nil, new: String? = nil) {
    self.path = path
    self.old = old
    self.new = new
  }
}
