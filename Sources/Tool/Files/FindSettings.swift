#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

import Gatewright

/// The nearest settings file: in the working directory, or in a folder above it.
///
/// - Returns: its path as seen from the working directory; nil where there is none.
func foundSettings() throws -> String? {
  var folder = FileManager.default.currentDirectoryPath
  var path = SettingsFile.defaultName
  while folder.hasPrefix("/") {
    let whole =
      folder == "/" ? "/\(SettingsFile.defaultName)" : "\(folder)/\(SettingsFile.defaultName)"
    switch PathKind(whole) {
    case .file: return path
    case .folder: throw Stop("\(path): this is a folder, not a settings file", .usage)
    case .absent: break
    }
    guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
    folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    path = "../\(path)"
  }
  return nil
}

extension Day {
  /// The day in Greenwich, or that of `SOURCE_DATE_EPOCH`
  /// (https://reproducible-builds.org/specs/source-date-epoch/).
  static var today: Day? {
    let environment = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"]
    let date = environment.flatMap { Double($0) }.map { Date(timeIntervalSince1970: $0) } ?? Date()
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
    return Day(year: year, month: month, day: day)
  }
}
