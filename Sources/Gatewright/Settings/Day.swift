/// A day of the calendar, written `2027-01-31`.
public struct Day: Hashable, Sendable {
  /// The year, for example 2027.
  public let year: Int
  /// The month, from 1 to 12.
  public let month: Int
  /// The day of the month, from 1 on.
  public let day: Int

  /// Names a day; nil where the Gregorian calendar has none such.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), let last = Self.lastDay(of: month, year),
      (1...last).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads a day as ISO 8601 writes it, `2027-01-31`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isDigits = parts.allSatisfy { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard parts.map(\.utf8.count) == [4, 2, 2], isDigits else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  private static func lastDay(of month: Int, _ year: Int) -> Int? {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1...12: 31
    default: nil
    }
  }
}

extension Day: Comparable, CustomStringConvertible {
  /// Orders from early to late.
  public static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The day as ISO 8601 writes it.
  public var description: String {
    let padded = { (number: Int, width: Int) in
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
