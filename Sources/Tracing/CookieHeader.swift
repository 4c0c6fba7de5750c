/// Cookies as nginx finds them (`ngx_http_parse_multi_header_lines`).
enum CookieHeader {
  /// The value of the first cookie of that name in one Cookie header, letter case aside.
  static func value(of name: String, in header: String) -> String? {
    let wanted = name.utf8.map(ASCII.lower)
    var rest = Array(header.utf8)[...]
    while !rest.isEmpty {
      if let value = value(of: wanted, atStartOf: rest) { return value }
      rest = skipCookie(rest)
    }
    return nil
  }

  /// Blanks may stand around `=`; the value ends at `;` only, so a comma belongs to it.
  private static func value(of name: [UInt8], atStartOf rest: ArraySlice<UInt8>) -> String? {
    guard rest.prefix(name.count).map(ASCII.lower) == name else { return nil }
    let afterName = skipBlanks(rest.dropFirst(name.count))
    guard afterName.first == UInt8(ascii: "=") else { return nil }
    let value = skipBlanks(afterName.dropFirst()).prefix { $0 != UInt8(ascii: ";") }
    return String(decoding: value, as: UTF8.self)
  }

  private static func skipCookie(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = rest.drop { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",") }
    return skipBlanks(end.dropFirst())
  }

  private static func skipBlanks(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    rest.drop { $0 == ASCII.space }
  }
}
