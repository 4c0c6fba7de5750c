public import Evidence
import YAMLText

/// What a settings file (`gatewright.yaml`) says.
///
/// It is decoded from text and reads no file itself. Every key has the meaning of the command line's
/// option of that name; `SettingsKey.all` lists them.
public struct SettingsFile: Hashable, Sendable {
  /// The name under which a settings file is looked up.
  public static let defaultName = "gatewright.yaml"

  /// The choices: what the file says, else the defaults.
  public let options: MigrationOptions
  /// Where each key stands that the file says, for example `gateway.name`.
  public let places: [String: Place]

  /// Says nothing.
  public init() {
    options = MigrationOptions()
    places = [:]
  }

  /// Reads a settings file.
  ///
  /// An empty file says nothing. A file with any fault says nothing either, so that no run goes on
  /// with half of what was meant.
  ///
  /// - Parameter input: the text and its name.
  /// - Throws: everything that is wrong with it, in the order of the places.
  public init(_ input: Input) throws(SettingsFaults) {
    var draft = SettingsDraft(file: input.name)
    switch input.content {
    case .bytes(let bytes): draft.readWhole(bytes)
    case .unreadable(let reason): draft.fault(at: nil, reason)
    }
    guard draft.faults.isEmpty else {
      throw SettingsFaults(all: draft.faults.sorted { $0.place < $1.place })
    }
    options = draft.options
    places = draft.places
  }
}

/// Everything that is wrong with a settings file.
public struct SettingsFaults: Error, Hashable, Sendable {
  /// One thing that is wrong.
  public struct Fault: Hashable, Sendable {
    /// Where it stands.
    public var place: Place
    /// What is wrong, and what may be meant, one sentence without a full stop.
    public var message: String
  }

  /// In the order of the places; never empty.
  public var all: [Fault]

  /// One line for each, as compilers print errors.
  public var lines: [String] { all.map { "\($0.place): \($0.message)" } }
}
