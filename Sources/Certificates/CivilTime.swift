/// A moment in UTC as calendars write it.
package struct CivilTime: Hashable, Sendable {
  /// Seconds since 1970, without leap seconds.
  package let secondsSince1970: Int

  /// Checks the calendar; nil for a moment that does not exist, such as 30 February.
  package init?(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
    guard 0...9999 ~= year, 1...12 ~= month, 1...Self.days(in: month, of: year) ~= day,
      0...23 ~= hour, 0...59 ~= minute, 0...59 ~= second
    else { return nil }
    let days = Self.daysBefore(year: year) + Self.daysBefore(month: month, of: year) + day - 1
    let epoch = Self.daysBefore(year: 1970)
    secondsSince1970 = (days - epoch) * 86_400 + hour * 3_600 + minute * 60 + second
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func daysBefore(month: Int, of year: Int) -> Int {
    (1..<month).reduce(0) { $0 + days(in: $1, of: year) }
  }

  /// Days from the start of year 0, which the Gregorian calendar counts as a leap year.
  private static func daysBefore(year: Int) -> Int {
    guard year > 0 else { return 0 }
    let last = year - 1
    return year * 365 + last / 4 - last / 100 + last / 400 + 1
  }
}
