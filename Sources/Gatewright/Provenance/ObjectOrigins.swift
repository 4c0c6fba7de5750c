public import Evidence
import IngressNGINX

/// Where each field of an object that `migrate` writes came from.
public struct ObjectOrigins: Hashable, Sendable {
  /// One field that holds a value, and where that came from.
  public struct Field: Hashable, Sendable {
    /// For example `spec.rules[0].matches[0].path.value`.
    public var path: String
    /// The value as compact JSON.
    public var value: String
    /// Where it came from; never empty.
    public var sources: [ValueSource]

    /// Describes a field.
    public init(path: String, value: String, sources: [ValueSource]) {
      self.path = path
      self.value = value
      self.sources = sources
    }
  }

  /// The object.
  public var reference: ObjectReference
  /// `apiVersion`.
  public var apiVersion: String
  /// The fields, in the order of the object.
  public var fields: [Field]

  /// Describes an object.
  public init(reference: ObjectReference, apiVersion: String, fields: [Field]) {
    self.reference = reference
    self.apiVersion = apiVersion
    self.fields = fields
  }
}

/// Where a value came from.
public struct ValueSource: Hashable, Sendable {
  /// The kinds of sources.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A field of an Ingress, or of another object of the input.
    case field
    /// An annotation of an Ingress.
    case annotation
    /// A key of the controller's ConfigMap.
    case configMap = "configmap"
    /// What ingress-nginx does where nobody says otherwise.
    case nginxDefault = "nginx-default"
    /// The settings file or the command line.
    case option
    /// The default of an option.
    case optionDefault = "option-default"
    /// Gatewright's own choice, with its reason.
    case choice
  }

  /// What kind of source it is.
  public var kind: Kind
  /// The source in words, for example `Ingress shop/web, spec.rules[0].host`.
  public var words: String
  /// Where it stands in the input, or in the settings file; nil for what is not written.
  public var place: Place?

  /// Describes a source.
  public init(_ kind: Kind, _ words: String, at place: Place? = nil) {
    self.kind = kind
    self.words = words
    self.place = place
  }
}

/// What `explain --object` finds.
public enum OriginsAnswer: Hashable, Sendable {
  /// The object with the sources of its fields.
  case found(ObjectOrigins)
  /// There is no such object; those that there are, in the order of the output.
  case missing(written: [ObjectReference])
}

/// The name that was probably meant by one that is not there; nil where none is near.
public func nearestName(to name: String, among names: [String]) -> String? {
  nearestWord(to: name, among: names)
}

/// The answer, and what could not be read of the input.
public struct OriginsReport: Hashable, Sendable {
  /// What was found.
  public var answer: OriginsAnswer
  /// What could not be read.
  public var findings: [FindingGroup]
}
