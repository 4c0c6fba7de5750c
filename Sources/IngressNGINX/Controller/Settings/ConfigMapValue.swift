import Evidence

/// The value that is in force for one key of the controller's ConfigMap.
struct ConfigMapValue: Hashable, Sendable {
  /// The value as its kind is read.
  enum Content: Hashable, Sendable {
    case flag(Bool)
    case integer(Int)
    case text(String)
    case texts([String])
  }

  var content: Content
  /// Whether the ConfigMap holds the key, be its value usable or not.
  var isWritten = false
  /// Where the value is written; nil where the default is in force.
  var place: Place?

  /// The value as text, lists joined with commas.
  var text: String {
    switch content {
    case .flag(let isOn): isOn ? "true" : "false"
    case .integer(let number): String(number)
    case .text(let text): text
    case .texts(let texts): texts.joined(separator: ",")
    }
  }
}

/// What a written value comes to.
enum ConfigMapReading: Hashable, Sendable {
  case good(ConfigMapValue.Content)
  /// Some entries of a list cannot be used and are left out.
  case partly(ConfigMapValue.Content, without: [String])
  /// The controller passes the entries on, and nginx refuses its configuration because of them.
  case refused(ConfigMapValue.Content, without: [String])
  /// The default stays in force.
  case unusable
}
