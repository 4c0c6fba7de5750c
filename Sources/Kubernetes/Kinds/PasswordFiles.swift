extension PasswordFile {
  /// The file under `auth`; nil where there is none.
  static func ofFile(_ data: [Annotation], _ text: [Annotation]) -> PasswordFile? {
    let plain = text.last { $0.key == "auth" }.map { Array($0.value.utf8) }
    let encoded = data.last { $0.key == "auth" }.flatMap { [UInt8](base64: $0.value) }
    return (plain ?? encoded).map { PasswordFile(lines: lines(of: $0)) }
  }

  /// The file that the controller makes where each key is a user (`dumpSecretAuthMap`).
  ///
  /// Any Secret might be meant so: what is no hash that can be said elsewhere is not kept.
  static func ofKeys(_ data: [Annotation], _ text: [Annotation]) -> PasswordFile {
    var values: [String: [UInt8]] = [:]
    for entry in data { values[entry.key] = [UInt8](base64: entry.value) }
    for entry in text { values[entry.key] = Array(entry.value.utf8) }
    let users = values.sorted { $0.key < $1.key }
    return PasswordFile(
      lines: users.flatMap { lines(of: Array("\($0.key):".utf8) + $0.value) }.map(\.hidingValue))
  }

  /// The lines that name users: nginx ends them with a line feed alone, and trims nothing.
  private static func lines(of bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
      .filter { $0.utf8.contains(UInt8(ascii: ":")) && !$0.hasPrefix("#") }
  }
}

extension String {
  /// The line with `*` in place of a value that is not marked as a digest or a plain password.
  fileprivate var hidingValue: String {
    let user = prefix { $0 != ":" }
    let value = dropFirst(user.count + 1)
    let isMarked = ["{SHA}", "{PLAIN}"].contains { value.hasPrefix($0) }
    return isMarked ? self : "\(user):*"
  }
}
